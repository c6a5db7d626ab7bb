import { ENVIRONMENT } from './environment';

/** Set by the command of the package: how it was called. Not set in Rollcall's own folder, where npm runs the commands. */
const PACKAGE_COMMAND = 'ROLLCALL_COMMAND';

/** True if Rollcall is a package in somebody's project. */
export const isPackage = (env = ENVIRONMENT): boolean => Boolean(env[PACKAGE_COMMAND]);

/**
 * How one of Rollcall's commands is typed here: `npm start`, `npm run steps`, or, where Rollcall is a package,
 * `npx rollcall`, `npx rollcall steps`.
 * @param words what follows the command
 */
export const typed = (command: string, words = '', env = ENVIRONMENT): string => {
  const program = env[PACKAGE_COMMAND];
  const [called, separator] = program
    ? [command === 'start' ? program : `${program} ${command}`, '']
    : [command === 'start' ? 'npm start' : `npm run ${command}`, '-- '];
  return words === '' ? called : `${called} ${separator}${words}`;
};

import { basename, dirname, relative } from 'node:path';

/** The command tells the reports of each other by the environment. */
const VARIABLE = 'ROLLCALL_REPORTS';

type Environment = Record<string, string | undefined>;

/** Says which files a run writes. @param paths where they will stand */
export const passOnReports = (paths: readonly string[], env: Environment = process.env): void => {
  env[VARIABLE] = JSON.stringify(paths);
};

/**
 * The files that this run writes besides one of them, as links in that one.
 * @param unfinished where that one is written, in the folder where it will stand
 */
export const reportsBeside = (unfinished: string, env: Environment = process.env): readonly string[] => {
  const paths: readonly string[] = JSON.parse(env[VARIABLE] ?? '[]');
  const isItself = (path: string): boolean =>
    dirname(path) === dirname(unfinished) && basename(unfinished).includes(basename(path));
  return paths.filter((path) => !isItself(path)).map((path) => relative(dirname(unfinished), path));
};

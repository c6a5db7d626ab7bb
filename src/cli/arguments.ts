import { parseSeed } from '../report/seed';

/** The arguments of `npm start`: Rollcall's own, and what goes on to Cucumber. */
export interface StartArguments {
  readonly seed?: number;
  readonly cucumber: readonly string[];
}

/** Takes `--seed N` or `--seed=N` out of a command line. @throws SeedError */
export const parseStartArguments = (argv: readonly string[]): StartArguments => {
  const cucumber: string[] = [];
  let seed: number | undefined;
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (argument === '--seed') seed = parseSeed(argv[++index] ?? '', '--seed');
    else if (argument.startsWith('--seed=')) seed = parseSeed(argument.slice('--seed='.length), '--seed');
    else cucumber.push(argument);
  }
  return { seed, cucumber };
};

import { parseSeed } from '../../run/options';

/** The arguments of `npm start`: Rollcall's own, and what goes on to Cucumber. */
export interface StartArguments {
  readonly seed?: number;
  /** Late events, failing writes, restarted controllers. */
  readonly disturbed: boolean;
  readonly cucumber: readonly string[];
}

/** Takes `--seed N` (or `--seed=N`) and `--disturbed` out of a command line. @throws SeedError */
export const parseStartArguments = (argv: readonly string[]): StartArguments => {
  const cucumber: string[] = [];
  let seed: number | undefined;
  let disturbed = false;
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (argument === '--seed') seed = parseSeed(argv[++index] ?? '', '--seed');
    else if (argument.startsWith('--seed=')) seed = parseSeed(argument.slice('--seed='.length), '--seed');
    else if (argument === '--disturbed') disturbed = true;
    else cucumber.push(argument);
  }
  return { seed, disturbed, cucumber };
};

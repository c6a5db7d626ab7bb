import { parseSeed, type RunOptions } from '../../run/options';

/** A command line without a flag, and the flag's value, if it was there. */
export interface Taken {
  readonly value?: string;
  readonly rest: readonly string[];
}

/** Takes `--flag VALUE` or `--flag=VALUE` out of a command line. The last one counts; one without a value is empty. */
export const takeValue = (argv: readonly string[], flag: string): Taken => {
  const rest: string[] = [];
  let value: string | undefined;
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (argument === flag) value = argv[++index] ?? '';
    else if (argument.startsWith(`${flag}=`)) value = argument.slice(flag.length + 1);
    else rest.push(argument);
  }
  return { value, rest };
};

/** The arguments of `npm start`: what they ask for, and what goes on to Cucumber. */
export interface StartArguments {
  readonly asked: RunOptions;
  readonly cucumber: readonly string[];
}

const DISTURBED = '--disturbed';

/** Takes `--seed N`, `--driver NAME` and `--disturbed` out of a command line. @throws SeedError */
export const parseStartArguments = (argv: readonly string[]): StartArguments => {
  const seed = takeValue(argv, '--seed');
  const driver = takeValue(seed.rest, '--driver');
  return {
    asked: {
      driver: driver.value,
      seed: seed.value === undefined ? undefined : parseSeed(seed.value, '--seed'),
      disturbed: driver.rest.includes(DISTURBED),
    },
    cucumber: driver.rest.filter((argument) => argument !== DISTURBED),
  };
};

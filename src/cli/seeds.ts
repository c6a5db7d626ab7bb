import '../project/disk';
import { Writable } from 'node:stream';
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { checkOptions, DriverError, driverNamed } from '../drivers/drivers';
import { type Example, isBroken, locationOf } from '../run/example';
import { RunLog } from '../run/log';
import { flagsOf, parseSeed, passOn, type RunOptions, SeedError } from '../run/options';
import { progressOn } from '../terminal/progress';
import { takeValue } from './support/arguments';

const USAGE = `Usage: npm run seeds -- N [--from SEED] [--driver NAME] [FILE|FOLDER]...

Runs the features once for each of N seeds on a calm day, and once on a rough one: news arrives late and in pieces,
writes fail or lose their reply, controllers are restarted. Names the first example that fails, and the command that
repeats it.
`;

interface Request {
  readonly first: number;
  readonly count: number;
  readonly driver?: string;
  /** Calm, and rough if the driver has rough days. */
  readonly days: readonly boolean[];
  readonly paths: readonly string[];
}

/** @throws SeedError, DriverError */
const readRequest = (argv: readonly string[]): Request => {
  const from = takeValue(argv, '--from');
  const { value: driver, rest } = takeValue(from.rest, '--driver');
  const [number = '', ...paths] = rest;
  const first = from.value === undefined ? 1 : parseSeed(from.value, '--from');
  const count = parseSeed(number, 'the number of seeds');
  const chosen = driverNamed(driver);
  checkOptions(chosen, { seed: first });
  return { first, count, driver, days: chosen.takes.has('disturbed') ? [false, true] : [false], paths };
};

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Runs the features once. */
const runOnce = async (
  paths: readonly string[],
  support: ISupportCodeLibrary,
  run: RunOptions,
): Promise<RunLog> => {
  passOn(run);
  const provided = { paths: [...paths], format: ['summary'] };
  const { runConfiguration } = await loadConfiguration({ provided });
  const quietly = {
    ...runConfiguration,
    formats: { ...runConfiguration.formats, files: {}, stdout: 'summary' },
  };
  const log = new RunLog();
  await runCucumber({ ...quietly, support }, { stdout: silent(), stderr: silent() }, (envelope) =>
    log.take(envelope),
  );
  return log;
};

const dayOf = ({ seed, disturbed }: RunOptions): string => `seed ${seed}${disturbed ? ', disturbed' : ''}`;

/** What went wrong in an example, and the command that repeats it. */
const failureText = (example: Example, run: RunOptions): string => {
  const said = example.steps.find(isBroken)?.result?.message ?? example.outcome;
  return [
    `In the run with ${dayOf(run)}: ${example.name}`,
    said.split('\n')[0],
    '',
    'To repeat it:',
    `  npm start -- ${locationOf(example)}${flagsOf(run)}`,
  ].join('\n');
};

/** `npm run seeds -- N`: the same features under many interleavings. */
const main = async (argv: readonly string[]): Promise<number> => {
  if (argv.length === 0 || argv.includes('--help')) {
    process.stdout.write(USAGE);
    return argv.length === 0 ? 1 : 0;
  }
  const { first, count, driver, days, paths } = readRequest(argv);
  const { runConfiguration } = await loadConfiguration({ provided: { paths: [...paths] } });
  const support = await loadSupport(runConfiguration);
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const runs = seeds.flatMap((seed) => days.map((disturbed): RunOptions => ({ driver, seed, disturbed })));
  const progress = progressOn(process.stderr);
  for (const [index, run] of runs.entries()) {
    progress.show(index + 1, runs.length, `runs: ${dayOf(run)}`);
    const broken = (await runOnce(paths, support, run)).examples().find(isBroken);
    if (!broken) continue;
    progress.clear();
    console.log(failureText(broken, run));
    return 1;
  }
  progress.clear();
  const when = days.length > 1 ? 'each on a calm and on a rough day' : 'on a calm day';
  console.log(`${count} seeds, ${when}: every example passed.`);
  return 0;
};

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof SeedError || error instanceof DriverError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  },
);

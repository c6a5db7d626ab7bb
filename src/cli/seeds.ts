import { Writable } from 'node:stream';
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { checkOptions, DriverError, driverNamed } from '../drivers/drivers';
import { flagsOf, parseSeed, passOn, type RunOptions, SeedError } from '../run/options';
import { takeValue } from './arguments';
import { FirstFailure } from './firstFailure';
import { Progress } from './progress';

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

/** Runs the features once. Returns the first failure, if there is one. */
const runOnce = async (
  paths: readonly string[],
  support: ISupportCodeLibrary,
  run: RunOptions,
): Promise<FirstFailure> => {
  passOn(run);
  const provided = { paths: [...paths], format: ['summary'] };
  const { runConfiguration } = await loadConfiguration({ provided });
  const quietly = {
    ...runConfiguration,
    formats: { ...runConfiguration.formats, files: {}, stdout: 'summary' },
  };
  const failure = new FirstFailure();
  await runCucumber({ ...quietly, support }, { stdout: silent(), stderr: silent() }, (envelope: Envelope) =>
    failure.take(envelope),
  );
  return failure;
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
  const progress = new Progress(count * days.length);
  for (let seed = first; seed < first + count; seed++) {
    for (const disturbed of days) {
      const run = { driver, seed, disturbed };
      const day = `${seed}${disturbed ? ', disturbed' : ''}`;
      progress.show(`seed ${day}`);
      const failure = await runOnce(paths, support, run);
      if (!failure.found) continue;
      progress.clear();
      console.log(`Seed ${day}: ${failure.title}\n${failure.reason}\n`);
      console.log('To repeat it:');
      console.log(`  npm start -- ${failure.location}${flagsOf(run)}`);
      return 1;
    }
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

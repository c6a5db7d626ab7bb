import { Writable } from 'node:stream';
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { DISTURBED_VARIABLE, parseSeed, SEED_VARIABLE, SeedError } from '../run/options';
import { FirstFailure } from './firstFailure';
import { Progress } from './progress';

const USAGE = `Usage: npm run seeds -- N [--from SEED] [FILE|FOLDER]...

Runs the features once for each of N seeds on a calm day, and once on a rough one: news arrives late and in pieces,
writes fail or lose their reply, controllers are restarted. Names the first example that fails, and the command that
repeats it.
`;

interface Request {
  readonly first: number;
  readonly count: number;
  readonly paths: readonly string[];
}

/** @throws SeedError */
const readRequest = (argv: readonly string[]): Request => {
  const [count = '', ...rest] = argv;
  const from = rest.indexOf('--from');
  const first = from >= 0 ? parseSeed(rest[from + 1] ?? '', '--from') : 1;
  const paths = from >= 0 ? rest.filter((_, index) => index !== from && index !== from + 1) : rest;
  return { first, count: parseSeed(count, 'the number of seeds'), paths };
};

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Runs the features once. Returns the first failure, if there is one. */
const runOnce = async (
  paths: readonly string[],
  support: ISupportCodeLibrary,
  seed: number,
  disturbed: boolean,
): Promise<FirstFailure> => {
  process.env[SEED_VARIABLE] = String(seed);
  process.env[DISTURBED_VARIABLE] = disturbed ? '1' : '';
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
  const { first, count, paths } = readRequest(argv);
  const { runConfiguration } = await loadConfiguration({ provided: { paths: [...paths] } });
  const support = await loadSupport(runConfiguration);
  const progress = new Progress(count * 2);
  for (let seed = first; seed < first + count; seed++) {
    for (const disturbed of [false, true]) {
      progress.show(`seed ${seed}${disturbed ? ', disturbed' : ''}`);
      const failure = await runOnce(paths, support, seed, disturbed);
      if (!failure.found) continue;
      progress.clear();
      console.log(`Seed ${seed}${disturbed ? ', disturbed' : ''}: ${failure.title}\n${failure.reason}\n`);
      console.log('To repeat it:');
      console.log(`  npm start -- ${failure.location} --seed ${seed}${disturbed ? ' --disturbed' : ''}`);
      return 1;
    }
  }
  progress.clear();
  console.log(`${count} seeds, each on a calm and on a rough day: every example passed.`);
  return 0;
};

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof SeedError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  },
);

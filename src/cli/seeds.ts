import { Writable } from 'node:stream';
import {
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { type Example, isBroken, locationOf } from '../run/example';
import { RunLog } from '../run/log';
import { DISTURBED_VARIABLE, parseSeed, SEED_VARIABLE, SeedError } from '../run/options';
import { progressOn } from '../terminal/progress';

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

/** One run of all the features. */
interface Round {
  readonly seed: number;
  readonly disturbed: boolean;
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

/** Runs the features once. */
const runOnce = async (
  paths: readonly string[],
  support: ISupportCodeLibrary,
  { seed, disturbed }: Round,
): Promise<RunLog> => {
  process.env[SEED_VARIABLE] = String(seed);
  process.env[DISTURBED_VARIABLE] = disturbed ? '1' : '';
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

/** What went wrong in an example, and the command that repeats it. */
const failureText = (example: Example, { seed, disturbed }: Round): string => {
  const said = example.steps.find(isBroken)?.result?.message ?? example.outcome;
  return [
    `Seed ${seed}${disturbed ? ', disturbed' : ''}: ${example.name}`,
    said.split('\n')[0],
    '',
    'To repeat it:',
    `  npm start -- ${locationOf(example)} --seed ${seed}${disturbed ? ' --disturbed' : ''}`,
  ].join('\n');
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
  const rounds = Array.from({ length: count }, (_, index) => first + index).flatMap((seed): Round[] => [
    { seed, disturbed: false },
    { seed, disturbed: true },
  ]);
  const progress = progressOn(process.stderr);
  for (const [index, round] of rounds.entries()) {
    progress.show(
      index + 1,
      rounds.length,
      `runs: seed ${round.seed}${round.disturbed ? ', disturbed' : ''}`,
    );
    const broken = (await runOnce(paths, support, round)).examples().find(isBroken);
    if (!broken) continue;
    progress.clear();
    console.log(failureText(broken, round));
    return 1;
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

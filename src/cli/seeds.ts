import '../project/disk';
import { Writable } from 'node:stream';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import { readRegister } from '../project/register';
import { typed } from '../run/calledAs';
import { type Example, isBroken, locationOf } from '../run/example';
import { RunLog } from '../run/log';
import { flagsOf, parseSeed, passOn, type RunOptions } from '../run/options';
import { shellWord } from '../run/selection';
import { progressOn } from '../terminal/progress';
import { count } from '../terminal/wrap';
import type { Request } from './support/arguments';
import { driverFor } from './support/chosenRun';
import { type Ending, runCommand } from './support/command';
import { configure } from './support/configuration';
import { intakeProblems } from './support/intake';
import { Refusal } from './support/refusal';

const SELECTING = ['-t, --tags <EXPR>', '--name <REGEXP>'];

const usage =
  (): string => `Usage: ${typed('seeds', 'N [--from SEED] [--driver NAME] [--tags EXPR] [--name REGEXP] [FILE|FOLDER]...')}

Runs the features once for each of N seeds on a calm day, and once on a rough one: news arrives late and in pieces,
writes fail or lose their reply, controllers are restarted. Names the first example that fails, and the command that
repeats it.
`;

/** Each run that is asked for: a day that is calm and, if the driver has them, one that is rough, for every seed. */
const runsOf = (request: Request): readonly RunOptions[] => {
  const from = request.value('--from');
  const first = from === undefined ? 1 : parseSeed(from, '--from');
  const seeds = parseSeed(request.words[0] ?? '', 'the number of seeds');
  const driver = request.value('--driver');
  const { takes } = driverFor({ driver, seed: first, disturbed: false });
  const days = takes.has('disturbed') ? [false, true] : [false];
  return Array.from({ length: seeds }, (_, index) => first + index).flatMap((seed) =>
    days.map((disturbed): RunOptions => ({ driver, seed, disturbed })),
  );
};

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Runs the features once. @throws Refusal if something breaks outside of any example */
const runOnce = async (
  configuration: IRunConfiguration,
  support: ISupportCodeLibrary,
  run: RunOptions,
): Promise<RunLog> => {
  passOn(run);
  const formats = { ...configuration.formats, files: {}, stdout: 'summary' };
  const log = new RunLog();
  await runCucumber(
    { ...configuration, formats, support },
    { stdout: silent(), stderr: silent() },
    (envelope) => log.take(envelope),
  );
  const [failure] = log.runFailures;
  if (failure) throw new Refusal([`In the run with ${dayOf(run)}: ${failure.message}`]);
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
    `  ${typed('start', `${shellWord(locationOf(example))}${flagsOf(run)}`)}`,
  ].join('\n');
};

/** `npm run seeds -- N`: the same features under many interleavings. */
const seeds = async (request: Request): Promise<Ending> => {
  const runs = runsOf(request);
  const claims = readRegister(process.cwd());
  const selection = request.typedAgain(SELECTING);
  const { configuration, paths } = await configure(selection, request.words.slice(1), claims);
  const support = await loadSupport(configuration);
  const progress = progressOn(process.stderr);
  const tried = new Set<string>();
  for (const [index, run] of runs.entries()) {
    progress.show(`${index + 1} of ${runs.length} runs: ${dayOf(run)}`);
    const log = await runOnce(configuration, support, run);
    const problems = intakeProblems(log, claims, paths);
    if (problems.length > 0) throw new Refusal(problems);
    const examples = log.examples();
    for (const example of examples) if (example.outcome !== 'skipped') tried.add(locationOf(example));
    const broken = examples.find(isBroken);
    if (!broken) continue;
    progress.clear();
    console.log(failureText(broken, run));
    return { tried: tried.size, failed: 1 };
  }
  progress.clear();
  if (tried.size > 0) console.log(successText(runs));
  return { tried: tried.size, failed: 0 };
};

const successText = (runs: readonly RunOptions[]): string => {
  const calm = runs.filter(({ disturbed }) => !disturbed).length;
  const when = runs.length > calm ? 'each on a calm and on a rough day' : 'on a calm day';
  return `${count(calm, 'seed')}, ${when}: every example passed.`;
};

runCommand(
  {
    usage,
    options: ['--from <SEED>', '--driver <NAME>', ...SELECTING],
    words: [1, Number.POSITIVE_INFINITY],
  },
  seeds,
);

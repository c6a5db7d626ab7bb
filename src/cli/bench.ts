import { typed } from '../run/calledAs';
import { progressOn } from '../terminal/progress';
import { isMet, type Target, targetText } from './bench/figures';
import { benchModel, RUNS_OF_MODEL } from './bench/model';
import { benchPage, RUNS_OF_PAGE } from './bench/page';
import { benchServing, RUNS_OF_SERVING } from './bench/serving';
import { benchWaiting, RUNS_OF_WAITING } from './bench/waiting';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { Refusal } from './support/refusal';

const PARTS = ['waiting', 'page', 'model', 'serving'] as const;
type Part = (typeof PARTS)[number];

const RUNS: Readonly<Record<Part, number>> = {
  waiting: RUNS_OF_WAITING,
  page: RUNS_OF_PAGE,
  model: RUNS_OF_MODEL,
  serving: RUNS_OF_SERVING,
};

const usage = (): string => `Usage: ${typed('bench')} [PART] [--minutes N]

Measures how long a person waits, how large the page is and how fast it is read, how fast and how large the model gets,
and what it costs to serve; says which targets were missed. PART is one of: ${PARTS.join(', ')}.

  --minutes N    how long a server is kept busy to see whether it grows; half a minute by default
`;

/** @throws Refusal for a part that there is not */
const partsOf = ([word]: readonly string[]): readonly Part[] => {
  if (word === undefined) return PARTS;
  const part = PARTS.find((each) => each === word);
  if (!part) throw new Refusal([`There is no part "${word}". There are: ${PARTS.join(', ')}.`]);
  return [part];
};

/** @throws Refusal for what is no number */
const minutesOf = (request: Request): number => {
  const minutes = Number(request.value('--minutes') ?? '0.5');
  if (!(minutes >= 0)) throw new Refusal(['--minutes: a number of minutes is needed.']);
  return minutes;
};

/** `npm run bench`: how long a person waits, what the model and a server cost, and whether that is as it should be. */
const main = async (request: Request): Promise<Ending> => {
  const parts = partsOf(request.words);
  const minutes = minutesOf(request);
  const progress = progressOn(process.stderr);
  const total = parts.reduce((sum, part) => sum + RUNS[part], 0);
  let begun = 0;
  const onRun = (): void => progress.show(`${begun++} of ${total} runs`);
  const benches: Readonly<Record<Part, () => readonly Target[] | Promise<readonly Target[]>>> = {
    waiting: () => benchWaiting(onRun),
    page: () => benchPage(onRun),
    model: () => benchModel(onRun),
    serving: () => benchServing(minutes, onRun),
  };
  const targets: Target[] = [];
  for (const part of parts) targets.push(...(await benches[part]()));
  progress.clear();
  console.log('Targets');
  for (const target of targets) console.log(`  ${targetText(target)}`);
  return { tried: targets.length, failed: targets.filter((target) => !isMet(target)).length };
};

runCommand({ usage, options: ['--minutes <N>'], words: [0, 1] }, main);

import { typed } from '../run/calledAs';
import { progressOn } from '../terminal/progress';
import { isMet, targetText } from './bench/figures';
import { benchModel, RUNS_OF_MODEL } from './bench/model';
import { benchPage, RUNS_OF_PAGE } from './bench/page';
import { benchWaiting, RUNS_OF_WAITING } from './bench/waiting';
import { type Ending, runCommand } from './support/command';

const usage = (): string => `Usage: ${typed('bench')}

Measures how long a person waits, how large the page is and how fast it is read, and how fast and how large the model
gets; says which targets were missed.
`;

/** `npm run bench`: how long a person waits, how fast and how large the model gets, and whether that is as it should be. */
const main = async (): Promise<Ending> => {
  const progress = progressOn(process.stderr);
  let begun = 0;
  const onRun = (): void =>
    progress.show(`${begun++} of ${RUNS_OF_WAITING + RUNS_OF_PAGE + RUNS_OF_MODEL} runs`);
  const targets = [...benchWaiting(onRun), ...(await benchPage(onRun)), ...benchModel(onRun)];
  progress.clear();
  console.log('Targets');
  for (const target of targets) console.log(`  ${targetText(target)}`);
  return { tried: targets.length, failed: targets.filter((target) => !isMet(target)).length };
};

runCommand({ usage, options: [], words: [0, 0] }, main);

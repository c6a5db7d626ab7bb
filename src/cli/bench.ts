import { progressOn } from '../terminal/progress';
import { targetText } from './bench/figures';
import { benchModel, RUNS_OF_MODEL } from './bench/model';
import { benchWaiting, RUNS_OF_WAITING } from './bench/waiting';

/** `npm run bench`: how long a person waits, how fast and how large the model gets, and whether that is as it should be. */
const main = (): void => {
  const progress = progressOn(process.stdout);
  let begun = 0;
  const onRun = (): void => progress.show(begun++, RUNS_OF_WAITING + RUNS_OF_MODEL, 'runs');
  const targets = [...benchWaiting(onRun), ...benchModel(onRun)];
  progress.clear();
  console.log('Targets');
  for (const target of targets) console.log(`  ${targetText(target)}`);
};

main();

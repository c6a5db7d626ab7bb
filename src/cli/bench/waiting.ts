import { parseFeatures } from '../../project/features';
import { type Command, cpuOf, cucumber, HOUSE, npmStart } from './children';
import { EmptySuite } from './emptySuite';
import { median, seconds, type Target } from './figures';

const FEATURE = 'features/placement/node-labels.feature';
const ROUNDS_OF_ONE = 5;
const ROUNDS_OF_ALL = 3;

/** How many runs there are in all, those that fill caches included. */
export const RUNS_OF_WAITING = 2 * (ROUNDS_OF_ONE + 1) + 3 * (ROUNDS_OF_ALL + 1);

/** Runs commands in turn, so that all meet the same weather. The first round fills caches and does not count. */
const mediansOf = (commands: readonly Command[], rounds: number, onRun: () => void): readonly number[] => {
  const runs = commands.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      onRun();
      const cpu = cpuOf(command);
      if (round > 0) runs[index]?.push(cpu);
    }
  }
  return runs.map(median);
};

/** How many examples each feature has. */
const sizesOfFeatures = (): readonly number[] => {
  const sizes = new Map<string, number>();
  for (const { uri } of parseFeatures(HOUSE).pickles) sizes.set(uri, (sizes.get(uri) ?? 0) + 1);
  return [...sizes.values()];
};

/** One feature, beside plain Cucumber with one empty example. */
const benchOne = (empty: EmptySuite, onRun: () => void): readonly Target[] => {
  const commands = [npmStart(FEATURE), cucumber(empty.directory, 'one')];
  const [ours = 0, plain = 0] = mediansOf(commands, ROUNDS_OF_ONE, onRun);
  console.log(`One feature, from command to verdict (CPU, medians of ${ROUNDS_OF_ONE})
  ${seconds(ours)} s  npm start -- ${FEATURE}, npm included
  ${seconds(plain)} s  cucumber-js alone, with one empty example and no reports
  ${times(ours / plain)}
`);
  return [{ what: 'one feature', value: ours, limit: 1, unit: 's of CPU' }];
};

/** All features, beside plain Cucumber with as many empty examples. */
const benchAll = (empty: EmptySuite, examples: number, onRun: () => void): readonly Target[] => {
  const commands = [npmStart(), cucumber(empty.directory, '--profile', 'reports'), cucumber(empty.directory)];
  const [ours = 0, reporting = 0, plain = 0] = mediansOf(commands, ROUNDS_OF_ALL, onRun);
  console.log(`All features (CPU, medians of ${ROUNDS_OF_ALL})
  ${seconds(ours)} s  npm start, npm included
  ${seconds(reporting)} s  cucumber-js alone, ${examples} empty examples, the same reports (HTML, JUnit, messages)
  ${times(ours / reporting)}: this is held against the target
  ${seconds(plain)} s  cucumber-js alone, ${examples} empty examples, no reports
  ${times(ours / plain)}
`);
  return [
    { what: 'all features', value: ours / reporting, limit: 4, aim: 3, unit: 'times as many empty examples' },
  ];
};

const times = (ratio: number): string => `${ratio.toFixed(2).padStart(8)} times`;

/** What a person waits for: one feature, and all of them. @param onRun is told of every run before it begins */
export const benchWaiting = (onRun: () => void): readonly Target[] => {
  const sizes = sizesOfFeatures();
  const empty = new EmptySuite(sizes);
  try {
    const examples = sizes.reduce((sum, size) => sum + size, 0);
    return [...benchOne(empty, onRun), ...benchAll(empty, examples, onRun)];
  } finally {
    empty.remove();
  }
};

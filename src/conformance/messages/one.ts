import type { Envelope } from '@cucumber/messages';
import type { Example } from '../../run/example';
import { RunLog } from '../../run/log';
import type { Attempt } from './attempt';
import { locationsOf, merge } from './merge';

/** An example as it went in one attempt. @param base what there is: features, steps, test cases */
export const exampleOf = (
  base: readonly Envelope[],
  location: string,
  attempt: Attempt,
): Example | undefined => {
  const locations = locationsOf(base);
  const own = base.filter(({ testCase }) => !testCase || locations.get(testCase.pickleId) === location);
  const log = new RunLog();
  const told = merge(own, () => ({ attempt, counts: true }), { began: 0, ended: 0 }, false);
  for (const message of told) log.take(message);
  return log.examples()[0];
};

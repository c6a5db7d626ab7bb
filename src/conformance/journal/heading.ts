import type { ClusterFacts } from '../about/cluster';
import type { Suite } from '../about/suite';
import type { Programme } from '../plan';
import type { Heading } from './journal';

/** What a run is of that begins now. */
export const headingOf = (
  { target, selection }: Pick<Programme, 'target' | 'selection'>,
  suite: Suite,
  cluster: Pick<ClusterFacts, 'id' | 'version'>,
): Heading => ({
  journal: 1,
  run: target.run,
  began: Date.now(),
  suite,
  cluster: cluster.id,
  version: cluster.version,
  mode: target.mode,
  patience: target.patience,
  hold: target.hold,
  selection,
});

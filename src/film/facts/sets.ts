import type { Changed } from '../changed';
import type { SetView } from '../scene';
import type { Facts } from './fact';
import type { Naming } from './naming';

/** What has happened to a daemon set, apart from what it counts. */
export const addSet = (facts: Facts, { before, after }: Changed<SetView>, naming: Naming): void => {
  const view = after ?? before;
  if (!view) return;
  const set = naming.ofSet(view);
  if (!before || !after) facts.add({ about: 'set', what: after ? 'new' : 'gone', set });
  else if (after.version !== before.version)
    facts.add({ about: 'set', what: 'updated', set, version: after.version });
  else if (
    after.revision !== before.revision &&
    after.revision !== undefined &&
    before.revision !== undefined
  )
    facts.add({ about: 'set', what: 'revised', set, revision: after.revision });
};

/** What a daemon set counts now. */
export const addCounts = (facts: Facts, { before, after }: Changed<SetView>, naming: Naming): void => {
  if (!after) return;
  const counted = after.available === before?.available ? 'ready' : 'available';
  const count = after[counted];
  facts.add({
    about: 'set',
    what: 'counted',
    set: naming.ofSet(after),
    count,
    desired: after.desired,
    counted,
  });
};

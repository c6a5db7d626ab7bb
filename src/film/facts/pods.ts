import type { Changed } from '../changed';
import type { PodView } from '../scene';
import type { Facts, PodFact } from './fact';
import type { Naming } from './naming';

/** What has happened to pods. One that goes and one that comes, of one daemon set and on one node, are a replacement. */
export const addPods = (facts: Facts, changes: readonly Changed<PodView>[], naming: Naming): void => {
  const leaving = changes.flatMap(({ what, before }) => (what === 'gone' && before ? [before] : []));
  const replaced = new Set<PodView>();
  const add = (pod: PodView, fact: Omit<PodFact, 'about' | 'set' | 'name'>): void => {
    const set = naming.ofOwner(pod);
    facts.add({ about: 'pod', ...(set === undefined ? { name: pod.name } : { set }), ...fact }, pod.node);
  };
  for (const { before, after } of changes) {
    if (!after) continue;
    const revision = naming.revisionOf(after);
    if (before) {
      if (before.set !== undefined && after.set === undefined) add(before, { what: 'released' });
      for (const fact of newsOf(before, after)) add(after, { revision, ...fact });
      continue;
    }
    const predecessor = leaving.find((each) => !replaced.has(each) && isOfSamePlace(each, after));
    if (predecessor) replaced.add(predecessor);
    add(after, { what: predecessor ? 'replaced' : 'new', state: after.state, revision });
  }
  for (const pod of leaving)
    if (!replaced.has(pod)) add(pod, { what: 'gone', revision: naming.revisionOf(pod) });
};

const isOfSamePlace = (one: PodView, other: PodView): boolean =>
  one.set !== undefined && one.set === other.set && one.project === other.project && one.node === other.node;

/** What is new about a pod that was there before. */
const newsOf = (before: PodView, after: PodView): readonly Omit<PodFact, 'about' | 'set' | 'name'>[] => {
  const news: Omit<PodFact, 'about' | 'set' | 'name'>[] = [];
  const { state, revision, version } = after;
  if (after.set !== undefined && after.set !== before.set) news.push({ what: 'adopted' });
  else if (revision !== undefined && revision !== before.revision)
    news.push({ what: 'renumbered', revision });
  if (state === 'notReady' && before.state === 'pending') news.push({ what: 'started' });
  else if (state !== before.state) news.push({ what: 'turned', state });
  else if (after.isBound && !before.isBound) news.push({ what: 'bound' });
  if (version !== before.version && version !== undefined) news.push({ what: 'remade', version });
  return news;
};

import type { Node } from '../../src/kubernetes/kinds/node/node';
import { objectNow } from '../../src/timeline/objects';
import type { Scenario } from '../world';
import { nearestOf } from './nearest';

/** Labels that every node has say nothing of this one. */
const isOwn = ([key]: readonly [string, string]): boolean => !key.includes('kubernetes.io/');

/**
 * Says which label a node lacks that the daemon set selects its nodes by: the likeliest reason why a pod is missing, and
 * perhaps misspelt. Empty if none of these nodes lacks one.
 */
export const labelHint = (scenario: Scenario, set: string, nodes: readonly string[]): string => {
  const { cluster, names } = scenario;
  const changes = cluster.timeline.changes();
  const object = objectNow(changes, names.meant('DaemonSet', set));
  const selector = object ? scenario.daemonSet(set).spec.template.spec?.nodeSelector : undefined;
  for (const node of nodes) {
    const there = objectNow(changes, names.meant('Node', node)) as Node | undefined;
    const labels = there?.metadata.labels ?? {};
    const lacking = there && Object.entries(selector ?? {}).find(([key, value]) => labels[key] !== value);
    if (!lacking) continue;
    const wanted = lacking.join('=');
    const own = Object.entries(labels)
      .filter(isOwn)
      .map((label) => label.join('='));
    const has = own.length === 0 ? 'has none of its own' : `has ${own.map((each) => `"${each}"`).join(', ')}`;
    const isNear = own.some((each) => nearestOf(each, [wanted]).startsWith('Did'));
    const mended = isNear ? ` Did you mean "${wanted}"?` : '';
    return ` It wants nodes labelled "${wanted}", and "${node}" ${has}.${mended}`;
  }
  return '';
};

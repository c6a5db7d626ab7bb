import { hasLabels } from '../../kubernetes/fields/labels';
import { findUntolerated, nodeTaints } from '../../kubernetes/fields/taints';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Node } from '../../kubernetes/kinds/node/node';
import { matchesNode } from '../../kubernetes/kinds/pod/affinity';
import type { StringMap } from '../../kubernetes/object';
import { latestWarning } from './podState';

/** Taints that daemon pods tolerate without saying so. */
const toleratedAlways: ReadonlySet<string> = new Set([
  nodeTaints.unschedulable,
  nodeTaints.memoryPressure,
  nodeTaints.diskPressure,
  nodeTaints.pidPressure,
]);

/** Why a node has no pod of a daemon set, as far as node, template and events tell. */
export const whyNone = (set: DaemonSet, node: Node, events: readonly Event[]): string =>
  reasonAgainst(set, node) ??
  latestWarning(events, set.metadata.uid) ??
  'nothing on the node speaks against it';

/** What keeps new pods of a daemon set away from a node, if anything does. */
export const reasonAgainst = (set: DaemonSet, node: Node): string | undefined => {
  const spec = set.spec.template.spec;
  if (spec?.nodeName && spec.nodeName !== node.metadata.name) return `it names the node ${spec.nodeName}`;
  const wanted = spec?.nodeSelector as StringMap | undefined;
  if (wanted && !hasLabels(node.metadata.labels, wanted)) return `it wants ${textOf(wanted)}`;
  if (spec && !matchesNode(node, spec)) return 'its node affinity does not match';
  const taint = findUntolerated(
    node.spec.taints?.filter(({ key }) => !toleratedAlways.has(key)),
    spec?.tolerations,
    ['NoSchedule', 'NoExecute'],
  );
  if (!taint) return undefined;
  const value = taint.value ? `=${taint.value}` : '';
  return `it does not tolerate ${taint.key}${value}:${taint.effect}`;
};

const textOf = (labels: StringMap): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

import { isTerminating } from '../../../kubernetes/fields/meta';
import { nodeTaints, OUT_OF_SERVICE, type Taint, tolerates } from '../../../kubernetes/fields/taints';
import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isReady } from '../../../kubernetes/kinds/pod/state';
import { type Finding, type Look, naming, type Picture } from './finding';

/*
 * How long a node may be silent is up to whoever runs the control plane (--node-monitor-grace-period): 40 seconds until
 * Kubernetes 1.31, 50 since (kubernetes#126287). It is looked at every 5 seconds.
 */
const GRACE = 40_000;
const GRACE_WITHIN = 60_000;
/** The orphan check: every 20 seconds, after 40 seconds of quarantine (pkg/controller/podgc/gc_controller.go). */
const ORPHANS_WITHIN = 75_000;
const COLLECTED_WITHIN = 30_000;
const EVICTED_WITHIN = 30_000;

const readyOf = ({ status }: Node): string | undefined =>
  status.conditions?.find(({ type }) => type === 'Ready')?.status;

const isMarked = ({ spec }: Node, key: string, effect: string): boolean =>
  (spec.taints ?? []).some((taint) => taint.key === key && taint.effect === effect);

/** What becomes of a node that is not ready: taints that say so, or none any more. */
const ofNode = (node: Node, { silent }: Picture): readonly Finding[] => {
  const name = node.metadata.name;
  const since = silent.get(name);
  const ready = readyOf(node);
  if (since !== undefined && ready !== 'Unknown')
    return [{ what: `node "${name}" to be found silent`, due: since + GRACE, within: GRACE_WITHIN }];
  const wanted = { True: undefined, False: nodeTaints.notReady, Unknown: nodeTaints.unreachable }[
    ready ?? ''
  ];
  const wrong = [nodeTaints.notReady, nodeTaints.unreachable].filter((key) =>
    ['NoSchedule', 'NoExecute'].some((effect) => isMarked(node, key, effect) !== (key === wanted)),
  );
  return ready === undefined
    ? []
    : wrong.map((key) => ({ what: `the taint ${key} of node "${name}" to follow` }));
};

/** How long (ms) a pod tolerates a taint; undefined if for ever. @see pkg/controller/tainteviction getMinTolerationTime */
const toleratedFor = ({ spec }: Pod, taint: Taint): number | undefined => {
  const seconds = (spec.tolerations ?? [])
    .filter((toleration) => tolerates(toleration, taint))
    .map(({ tolerationSeconds }) => tolerationSeconds ?? Number.POSITIVE_INFINITY);
  if (seconds.length === 0) return 0;
  const least = Math.min(...seconds);
  return least === Number.POSITIVE_INFINITY ? undefined : 1000 * Math.max(0, least);
};

/** Pods that a node's NoExecute taints make leave, now or later. */
const ofEvictions = (pod: Pod, node: Node): readonly Finding[] =>
  (node.spec.taints ?? [])
    .filter(({ effect }) => effect === 'NoExecute')
    .flatMap((taint) => {
      const tolerated = toleratedFor(pod, taint);
      if (tolerated === undefined) return [];
      const what = `pod ${naming(pod)} to be asked to leave node "${node.metadata.name}"`;
      return taint.timeAdded === undefined
        ? [{ what, within: tolerated + EVICTED_WITHIN }]
        : [{ what, due: fromTimestamp(taint.timeAdded) + tolerated, within: EVICTED_WITHIN }];
    });

const ofPod = (pod: Pod, node: Node | undefined, { silent }: Picture): readonly Finding[] => {
  if (!node)
    return [{ what: `pod ${naming(pod)}, whose node is gone, to be collected`, within: ORPHANS_WITHIN }];
  const name = node.metadata.name;
  if (isTerminating(pod)) {
    const isOut = (node.spec.taints ?? []).some(({ key }) => key === OUT_OF_SERVICE);
    return silent.has(name) && isOut && readyOf(node) !== 'True'
      ? [{ what: `pod ${naming(pod)} to be taken off node "${name}"`, within: COLLECTED_WITHIN }]
      : [];
  }
  if (readyOf(node) === 'Unknown' && isReady(pod))
    return [{ what: `pod ${naming(pod)} on a silent node to be marked not ready` }];
  return ofEvictions(pod, node);
};

/** What controllers of nodes have still to do: those that mark them, evict pods from them, and collect what is left. */
export const nodes: Look = (picture) => {
  const byName = new Map(picture.nodes.map((node) => [node.metadata.name, node]));
  return [
    ...picture.nodes.flatMap((node) => ofNode(node, picture)),
    ...picture.pods.flatMap((pod) =>
      pod.spec.nodeName ? ofPod(pod, byName.get(pod.spec.nodeName), picture) : [],
    ),
  ];
};

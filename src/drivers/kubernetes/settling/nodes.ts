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
/**
 * The orphan check: every 20 seconds, after 40 seconds of quarantine, whose end it may just miss: 80 seconds and a little
 * (pkg/controller/podgc/gc_controller.go).
 */
const ORPHANS_WITHIN = 90_000;
const COLLECTED_WITHIN = 30_000;
/** One node every ten seconds, and none while no node is ready (pkg/controller/nodelifecycle). */
const TURN_WITHIN = 15_000;
const EVICTED_WITHIN = 30_000;

const readyOf = ({ status }: Node): string | undefined =>
  status.conditions?.find(({ type }) => type === 'Ready')?.status;

const isMarked = ({ spec }: Node, key: string, effect: string): boolean =>
  (spec.taints ?? []).some((taint) => taint.key === key && taint.effect === effect);

/** What becomes of a node that is not ready: taints that say so, or none any more. */
const ofNode = (node: Node, { silent, nodes }: Picture): readonly Finding[] => {
  const name = node.metadata.name;
  const since = silent.get(name);
  const ready = readyOf(node);
  if (since !== undefined && ready !== 'Unknown')
    return [
      { what: `node "${name}" to be found silent`, due: since + GRACE, within: GRACE_WITHIN, isDuty: true },
    ];
  if (ready === undefined) return [];
  const wanted = { True: undefined, False: nodeTaints.notReady, Unknown: nodeTaints.unreachable }[ready];
  const isWrong = (key: string): boolean =>
    isMarked(node, key, 'NoSchedule') !== (key === wanted) ||
    (key !== wanted && isMarked(node, key, 'NoExecute'));
  return [
    ...[nodeTaints.notReady, nodeTaints.unreachable]
      .filter(isWrong)
      .map((key) => ({ what: `the taint ${key} of node "${name}" to follow`, isDuty: true })),
    ...(wanted && !isMarked(node, wanted, 'NoExecute') && nodes.some((each) => readyOf(each) === 'True')
      ? [{ what: `the taint ${wanted} of node "${name}" to turn pods out`, within: TURN_WITHIN }]
      : []),
  ];
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

/** Pods that a node's NoExecute taints make leave by now. Those that leave later are no work: who waits for them says so. */
const ofEvictions = (pod: Pod, node: Node, { now }: Picture): readonly Finding[] =>
  (node.spec.taints ?? []).flatMap((taint) => {
    const tolerated = taint.effect === 'NoExecute' ? toleratedFor(pod, taint) : undefined;
    if (tolerated === undefined) return [];
    const due = taint.timeAdded === undefined ? undefined : fromTimestamp(taint.timeAdded) + tolerated;
    if (tolerated > 0 && (due === undefined || due > now)) return [];
    return [
      {
        what: `pod ${naming(pod)} to be asked to leave node "${node.metadata.name}"`,
        ...(due === undefined ? {} : { due }),
        within: EVICTED_WITHIN,
      },
    ];
  });

const ofPod = (pod: Pod, node: Node | undefined, picture: Picture): readonly Finding[] => {
  if (!node)
    return [{ what: `pod ${naming(pod)}, whose node is gone, to be collected`, within: ORPHANS_WITHIN }];
  const name = node.metadata.name;
  if (isTerminating(pod)) {
    const isOut = (node.spec.taints ?? []).some(({ key }) => key === OUT_OF_SERVICE);
    return picture.silent.has(name) && isOut && readyOf(node) !== 'True'
      ? [{ what: `pod ${naming(pod)} to be taken off node "${name}"`, within: COLLECTED_WITHIN }]
      : [];
  }
  if (readyOf(node) === 'Unknown' && isReady(pod))
    return [{ what: `pod ${naming(pod)} on a silent node to be marked not ready` }];
  return ofEvictions(pod, node, picture);
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

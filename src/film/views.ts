import { readImage, versionOf } from '../kubernetes/fields/imageName';
import { controllerOf, isTerminating } from '../kubernetes/fields/meta';
import { nodeTaints, type Taint } from '../kubernetes/fields/taints';
import { budgetOf } from '../kubernetes/kinds/daemonset/budget';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import { nodeCondition } from '../kubernetes/kinds/node/condition';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod, PodSpec } from '../kubernetes/kinds/pod/pod';
import { isReady, targetNode } from '../kubernetes/kinds/pod/state';
import type { NodeState, NodeView, PodState, PodView, SetView } from './scene';

/** What a node has of itself, and nobody wants to read on each. Another value is news. */
const ORDINARY: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'amd64'],
  ['beta.kubernetes.io/os', 'linux'],
  ['kubernetes.io/arch', 'amd64'],
  ['kubernetes.io/os', 'linux'],
]);

const HOSTNAME = 'kubernetes.io/hostname';

/** What is pictured of a node. */
export const viewOfNode = (node: Node): NodeView => {
  const { name, labels = {} } = node.metadata;
  const state = stateOfNode(node);
  const isCordoned = node.spec.unschedulable === true;
  return {
    name,
    state,
    isCordoned,
    labels: Object.entries(labels)
      .filter(([key, value]) => (key === HOSTNAME ? value !== name : ORDINARY.get(key) !== value))
      .map(([key, value]) => `${key}=${value}`),
    taints: (node.spec.taints ?? [])
      .filter(({ key }) => key !== tellingTaint[state] && !(isCordoned && key === nodeTaints.unschedulable))
      .map(taintInText),
  };
};

/** The taint that says the same as the state. */
const tellingTaint: Readonly<Record<NodeState, string | undefined>> = {
  ready: undefined,
  notReady: nodeTaints.notReady,
  silent: nodeTaints.unreachable,
};

const stateOfNode = (node: Node): NodeState => {
  const ready = nodeCondition(node, 'Ready')?.status;
  if (ready === 'True') return 'ready';
  return ready === 'Unknown' ? 'silent' : 'notReady';
};

const taintInText = ({ key, value, effect }: Taint): string => `${key}${value ? `=${value}` : ''}:${effect}`;

/** What is pictured of a pod. @param revision the number of the revision that it was made from, if that is known */
export const viewOfPod = (pod: Pod, id: string, revision: number | undefined): PodView => {
  const { name, namespace = '' } = pod.metadata;
  const set = setOf(pod);
  return {
    id,
    name,
    project: namespace,
    set,
    node: targetNode(pod),
    isBound: Boolean(pod.spec.nodeName),
    state: stateOfPod(pod),
    revision,
    version: versionIn(pod.spec, set ?? name),
  };
};

const setOf = (pod: Pod): string | undefined => {
  const controller = controllerOf(pod);
  return controller?.kind === 'DaemonSet' ? controller.name : undefined;
};

/** In the order of the words that features use for them: see `stateInWords` of pods. */
const stateOfPod = (pod: Pod): PodState => {
  if (isTerminating(pod)) return 'terminating';
  switch (pod.status.phase) {
    case 'Running':
      return isReady(pod) ? 'ready' : 'notReady';
    case 'Failed':
      return 'failed';
    case 'Succeeded':
      return 'succeeded';
    default:
      return 'pending';
  }
};

/** The version of the container that is called like the program or whose image is; otherwise, of the first. */
const versionIn = (spec: PodSpec | undefined, program: string): string | undefined => {
  const containers = spec?.containers ?? [];
  const { image } =
    containers.find(({ name }) => name === program) ??
    containers.find((each) => readImage(each.image ?? '').program === program) ??
    containers[0] ??
    {};
  return image ? versionOf(image) : undefined;
};

/** What is pictured of a daemon set. @param revision the number that its template has, if there is one */
export const viewOfSet = (set: DaemonSet, id: string, revision: number | undefined): SetView => {
  const { metadata, spec, status } = set;
  const desired = status.desiredNumberScheduled;
  const budget = spec.updateStrategy?.type === 'OnDelete' ? undefined : budgetOf(set, desired);
  return {
    id,
    name: metadata.name,
    project: metadata.namespace ?? '',
    revision,
    version: versionIn(spec.template.spec, metadata.name),
    desired,
    current: status.currentNumberScheduled,
    updated: status.updatedNumberScheduled ?? 0,
    ready: status.numberReady,
    available: status.numberAvailable ?? 0,
    misscheduled: status.numberMisscheduled,
    budget: budget?.maxUnavailable,
    surge: budget?.maxSurge || undefined,
    minReadySeconds: spec.minReadySeconds || undefined,
  };
};

import { podCondition } from '../../kubernetes/kinds/pod/condition';
import type { Pod, PodCondition } from '../../kubernetes/kinds/pod/pod';

/** What the kubelet finds of a pod, beside that it is scheduled. */
export interface Findings {
  /** It has an address, and its volumes are mounted. */
  readonly hasSandbox: boolean;
  /** Init containers that have not done their work. */
  readonly incomplete: readonly string[];
  /** Containers and sidecars that are not ready. */
  readonly unready: readonly string[];
  /** The phase in which it has come to its end, as a reason. */
  readonly end?: 'PodFailed' | 'PodCompleted';
}

type Finding = Pick<PodCondition, 'status' | 'reason' | 'message'>;

const FINE: Finding = { status: 'True' };

const notFine = (reason: string, message = ''): Finding => ({ status: 'False', reason, message });

/** `[a b]` */
const list = (names: readonly string[]): string => `[${names.join(' ')}]`;

/** @see pkg/kubelet/status/generate.go GeneratePodInitializedCondition */
const initialized = ({ incomplete, end }: Findings): Finding => {
  if (end === 'PodCompleted') return { status: 'True', reason: end, message: '' };
  return incomplete.length === 0
    ? FINE
    : notFine('ContainersNotInitialized', `containers with incomplete status: ${list(incomplete)}`);
};

/** @see pkg/kubelet/status/generate.go GenerateContainersReadyCondition */
const containersReady = ({ unready, end }: Findings): Finding => {
  if (end) return notFine(end);
  return unready.length === 0
    ? FINE
    : notFine('ContainersNotReady', `containers with unready status: ${list(unready)}`);
};

/**
 * Conditions that others set stand in its way, too, if the pod asks for them.
 * @see pkg/kubelet/status/generate.go GeneratePodReadyCondition
 */
const ready = ({ spec, status }: Pod, found: Findings): Finding => {
  const first = containersReady(found);
  if (first.status !== 'True') return first;
  const missing = (spec.readinessGates ?? []).flatMap(({ conditionType }) => {
    const gate = status.conditions?.find(({ type }) => type === conditionType);
    if (!gate) return [`corresponding condition of pod readiness gate "${conditionType}" does not exist.`];
    if (gate.status === 'True') return [];
    return [`the status of pod readiness gate "${conditionType}" is not "True", but ${gate.status}`];
  });
  return missing.length === 0 ? FINE : notFine('ReadinessGatesNotReady', missing.join(', '));
};

/** The conditions that are a kubelet's to say, in its order. @see pkg/kubelet/types/pod_status.go PodConditionsByKubelet */
export const KUBELETS: readonly string[] = [
  'PodReadyToStartContainers',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodScheduled',
];

/**
 * The conditions of a pod: first those that others have set, then the kubelet's own. A time changes only with its status.
 * @param now timestamp
 * @see pkg/kubelet/kubelet_pods.go generateAPIPodStatus
 */
export const conditionsFor = (pod: Pod, found: Findings, now: string): readonly PodCondition[] => {
  const before = pod.status.conditions ?? [];
  const told = (type: string, { status, reason, message }: Finding): PodCondition => {
    const last = before.find((condition) => condition.type === type);
    const since = last?.status === status ? (last.lastTransitionTime ?? now) : now;
    const given = reason === undefined ? {} : { reason, message: message ?? '' };
    return podCondition(type, { status: status === 'True' ? 'True' : 'False', since, ...given });
  };
  return [
    ...before.filter(({ type }) => !KUBELETS.includes(type)),
    told('PodReadyToStartContainers', { status: found.hasSandbox ? 'True' : 'False' }),
    told('Initialized', initialized(found)),
    told('Ready', ready(pod, found)),
    told('ContainersReady', containersReady(found)),
    told('PodScheduled', FINE),
  ];
};

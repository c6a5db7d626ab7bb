import { toTimestamp } from '../../kubernetes/fields/time';
import { copyPodStatus } from '../../kubernetes/kinds/pod/copies';
import type { Pod, PodCondition, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';

type State = 'running' | 'unready' | { readonly waiting: string; readonly message: string };

const condition = (
  type: string,
  status: boolean,
  since: string,
  reason?: string,
  message?: string,
): PodCondition =>
  ({
    type,
    status: status ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: since,
    ...(reason ? { reason, message } : {}),
  }) as unknown as PodCondition;

const unreadyBecause = (pod: Pod): string =>
  `containers with unready status: [${pod.spec.containers.map((container) => container.name).join(' ')}]`;

/** Conditions are shared between pods that reach the same state in the same second. */
const readyMemo = new Map<string, readonly PodCondition[]>();

const readyConditions = (since: string): readonly PodCondition[] => {
  let conditions = readyMemo.get(since);
  if (!conditions) {
    if (readyMemo.size > 1000) readyMemo.clear();
    conditions = ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) =>
      condition(type, true, since),
    );
    readyMemo.set(since, conditions);
  }
  return conditions;
};

const conditionsOf = (pod: Pod, state: State, now: string): readonly PodCondition[] => {
  if (state === 'running' && !isReady(pod)) return readyConditions(now);
  if (state === 'running') return pod.status.conditions ?? [];
  const why = unreadyBecause(pod);
  return [
    condition('Initialized', true, (pod.status.startTime as unknown as string) ?? now),
    condition('Ready', false, now, 'ContainersNotReady', why),
    condition('ContainersReady', false, now, 'ContainersNotReady', why),
    condition('PodScheduled', true, (pod.status.startTime as unknown as string) ?? now),
  ];
};

type ContainerStatuses = PodStatus['containerStatuses'];

/** The latest container statuses by containers: pods of one template often start in the same second. */
const statusesMemo = new WeakMap<
  object,
  { readonly state: State; readonly started: string; readonly statuses: ContainerStatuses }
>();

const containerStatusesIn = (
  { spec: { containers } }: Pod,
  state: State,
  started: string,
): ContainerStatuses => {
  const known = statusesMemo.get(containers);
  if (known && known.state === state && known.started === started) return known.statuses;
  const runs = typeof state === 'string';
  const containerState = runs
    ? { running: { startedAt: started } }
    : { waiting: { reason: state.waiting, message: state.message } };
  const statuses = containers.map((container) => ({
    name: container.name,
    state: containerState,
    lastState: {},
    ready: state === 'running',
    restartCount: 0,
    image: container.image ?? '',
    imageID: runs ? (container.image ?? '') : '',
    started: runs,
  })) as unknown as ContainerStatuses;
  statusesMemo.set(containers, { state, started, statuses });
  return statuses;
};

/**
 * The status of a pod whose containers are all in one state.
 * @param hostIP address of its node
 * @param podIP its own address
 * @param ms model time
 */
export const statusIn = (pod: Pod, state: State, hostIP: string, podIP: string, ms: number): PodStatus => {
  const now = toTimestamp(ms);
  const started = String(pod.status.containerStatuses?.[0]?.state?.running?.startedAt ?? now);
  const status = copyPodStatus(pod.status);
  status.phase = typeof state === 'string' ? 'Running' : 'Pending';
  status.conditions = conditionsOf(pod, state, now);
  status.hostIP = hostIP;
  status.startTime ??= now as unknown as PodStatus['startTime'];
  status.containerStatuses = containerStatusesIn(pod, state, started);
  if (typeof state === 'string') {
    status.podIP = podIP;
    status.podIPs = [{ ip: podIP }];
  }
  return status;
};

/** The status of a pod whose containers have ended for good. */
export const endedStatus = (pod: Pod, phase: 'Failed' | 'Succeeded', ms: number): PodStatus => {
  const now = toTimestamp(ms);
  const reason = phase === 'Failed' ? 'Error' : 'Completed';
  return {
    ...pod.status,
    phase,
    conditions: ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) =>
      type === 'Ready' || type === 'ContainersReady'
        ? condition(type, false, now, phase === 'Failed' ? 'PodFailed' : 'PodCompleted', '')
        : condition(type, true, (pod.status.startTime as unknown as string) ?? now),
    ),
    containerStatuses: pod.spec.containers.map((container) => ({
      name: container.name,
      state: { terminated: { exitCode: phase === 'Failed' ? 1 : 0, reason, finishedAt: now } },
      lastState: {},
      ready: false,
      restartCount: 0,
      image: container.image ?? '',
      imageID: container.image ?? '',
      started: false,
    })),
  } as unknown as PodStatus;
};

/** The status of a pod that the node refuses to run. */
export const refusedStatus = (pod: Pod, reason: string, message: string, ms: number): PodStatus =>
  ({
    ...pod.status,
    phase: 'Failed',
    reason,
    message: `Pod was rejected: ${message}`,
    startTime: toTimestamp(ms),
  }) as unknown as PodStatus;

import { toTimestamp } from '../../kubernetes/fields/time';
import { podCondition } from '../../kubernetes/kinds/pod/condition';
import { copyPodStatus } from '../../kubernetes/kinds/pod/copies';
import type { Pod, PodCondition, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';

type State = 'running' | 'unready' | { readonly waiting: string; readonly message: string };

const unreadyBecause = (pod: Pod): string =>
  `containers with unready status: [${pod.spec.containers.map((container) => container.name).join(' ')}]`;

/** Conditions are shared between pods that reach the same state in the same second. */
const readyMemo = new Map<string, readonly PodCondition[]>();

const readyConditions = (since: string): readonly PodCondition[] => {
  let conditions = readyMemo.get(since);
  if (!conditions) {
    if (readyMemo.size > 1000) readyMemo.clear();
    conditions = ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) =>
      podCondition(type, { status: 'True', since }),
    );
    readyMemo.set(since, conditions);
  }
  return conditions;
};

const conditionsOf = (pod: Pod, state: State, now: string): readonly PodCondition[] => {
  if (state === 'running' && !isReady(pod)) return readyConditions(now);
  if (state === 'running') return pod.status.conditions ?? [];
  const fine = { status: 'True', since: pod.status.startTime ?? now } as const;
  const message = unreadyBecause(pod);
  const unready = { status: 'False', since: now, reason: 'ContainersNotReady', message } as const;
  return [
    podCondition('Initialized', fine),
    podCondition('Ready', unready),
    podCondition('ContainersReady', unready),
    podCondition('PodScheduled', fine),
  ];
};

type ContainerStatuses = PodStatus['containerStatuses'];

/** The latest container statuses by containers: pods of one template often start in the same second. */
const statusesMemo = new WeakMap<
  object,
  { readonly state: State; readonly started: string; readonly statuses: ContainerStatuses }
>();

const containerStatusesIn = (
  { spec: { containers }, status: { containerStatuses } }: Pod,
  state: State,
  started: string,
): ContainerStatuses => {
  const before = containerStatuses?.[0];
  const { restartCount = 0, lastState = {} } = before ?? {};
  const known = restartCount === 0 ? statusesMemo.get(containers) : undefined;
  if (known && known.state === state && known.started === started) return known.statuses;
  const runs = typeof state === 'string';
  const containerState = runs
    ? { running: { startedAt: started } }
    : { waiting: { reason: state.waiting, message: state.message } };
  const statuses = containers.map((container) => ({
    name: container.name,
    state: containerState,
    lastState,
    ready: state === 'running',
    restartCount,
    image: container.image ?? '',
    imageID: runs ? (container.image ?? '') : '',
    started: runs,
  }));
  if (restartCount === 0) statusesMemo.set(containers, { state, started, statuses });
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
  status.startTime ??= now;
  status.containerStatuses = containerStatusesIn(pod, state, started);
  if (typeof state === 'string') {
    status.podIP = podIP;
    status.podIPs = [{ ip: podIP }];
  }
  return status;
};

/**
 * The status of a running pod whose machine went down under it: its containers are started once more.
 * @param ms model time
 */
export const restartingStatus = (pod: Pod, ms: number): PodStatus => {
  const now = toTimestamp(ms);
  const lost = { exitCode: 255, reason: 'Unknown', finishedAt: now };
  return {
    ...pod.status,
    conditions: conditionsOf(pod, 'unready', now),
    containerStatuses: pod.status.containerStatuses?.map((each) => ({
      ...each,
      state: { waiting: { reason: 'ContainerCreating' } },
      lastState: { terminated: lost },
      ready: false,
      started: false,
      restartCount: each.restartCount + 1,
    })),
  };
};

/** The status of a pod whose containers have ended for good. */
export const endedStatus = (pod: Pod, phase: 'Failed' | 'Succeeded', ms: number): PodStatus => {
  const now = toTimestamp(ms);
  const failed = phase === 'Failed';
  const terminated = { exitCode: failed ? 1 : 0, reason: failed ? 'Error' : 'Completed', finishedAt: now };
  const fine = { status: 'True', since: pod.status.startTime ?? now } as const;
  const reason = failed ? 'PodFailed' : 'PodCompleted';
  const ended = { status: 'False', since: now, reason, message: '' } as const;
  return {
    ...pod.status,
    phase,
    conditions: [
      podCondition('Initialized', fine),
      podCondition('Ready', ended),
      podCondition('ContainersReady', ended),
      podCondition('PodScheduled', fine),
    ],
    containerStatuses: pod.spec.containers.map((container) => ({
      name: container.name,
      state: { terminated },
      lastState: {},
      ready: false,
      restartCount: 0,
      image: container.image ?? '',
      imageID: container.image ?? '',
      started: false,
    })),
  };
};

/** The status of a pod that the node refuses to run. */
export const refusedStatus = (pod: Pod, reason: string, message: string, ms: number): PodStatus => ({
  ...pod.status,
  phase: 'Failed',
  reason,
  message: `Pod was rejected: ${message}`,
  startTime: toTimestamp(ms),
});

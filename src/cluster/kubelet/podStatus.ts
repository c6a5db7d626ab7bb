import { toTimestamp } from '../../kubernetes/fields/time';
import { podCondition } from '../../kubernetes/kinds/pod/condition';
import { copyPodStatus } from '../../kubernetes/kinds/pod/copies';
import type { Pod, PodCondition, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { isReady } from '../../kubernetes/kinds/pod/state';
import { conditionsFor, KUBELETS } from './podConditions';

type State = 'running' | 'unready';

/** Conditions are shared between pods that reach the same state in the same second. */
const readyMemo = new Map<string, readonly PodCondition[]>();

const readyConditions = (since: string): readonly PodCondition[] => {
  let conditions = readyMemo.get(since);
  if (!conditions) {
    if (readyMemo.size > 1000) readyMemo.clear();
    conditions = KUBELETS.map((type) => podCondition(type, { status: 'True', since }));
    readyMemo.set(since, conditions);
  }
  return conditions;
};

const conditionsOf = (pod: Pod, state: State, now: string): readonly PodCondition[] => {
  const { conditions = [] } = pod.status;
  const isRunning = state === 'running';
  if (isRunning && isReady(pod)) return conditions;
  if (isRunning && conditions.every(({ type }) => KUBELETS.includes(type))) return readyConditions(now);
  const unready = isRunning ? [] : pod.spec.containers.map(({ name }) => name);
  return conditionsFor(pod, { hasSandbox: true, incomplete: [], unready }, now);
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
  const statuses = containers.map((container) => ({
    name: container.name,
    state: { running: { startedAt: started } },
    lastState,
    ready: state === 'running',
    restartCount,
    image: container.image ?? '',
    imageID: container.image ?? '',
    started: true,
  }));
  if (restartCount === 0) statusesMemo.set(containers, { state, started, statuses });
  return statuses;
};

/**
 * The status of a pod whose containers all run.
 * @param hostIP address of its node
 * @param podIP its own address
 * @param ms model time
 */
export const statusIn = (pod: Pod, state: State, hostIP: string, podIP: string, ms: number): PodStatus => {
  const now = toTimestamp(ms);
  const started = String(pod.status.containerStatuses?.[0]?.state?.running?.startedAt ?? now);
  const status = copyPodStatus(pod.status);
  status.phase = 'Running';
  status.conditions = conditionsOf(pod, state, now);
  status.hostIP = hostIP;
  status.startTime ??= now;
  status.containerStatuses = containerStatusesIn(pod, state, started);
  status.podIP = podIP;
  status.podIPs = [{ ip: podIP }];
  return status;
};

/** What simulated nodes tell: they know nothing of sandboxes. */
export const withoutSandbox = (status: PodStatus): PodStatus => ({
  ...status,
  conditions: status.conditions?.filter(({ type }) => type !== 'PodReadyToStartContainers'),
});

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

/** Why a kubelet stops a pod that it was not asked to stop. */
export interface Farewell {
  readonly reason: string;
  readonly message: string;
}

const CODES = { Failed: 1, Succeeded: 0, interrupted: 143 } as const;

type ContainerStatus = NonNullable<ContainerStatuses>[number];

/** A container that still ran ends now; how another one ended is known. */
const endedContainer = (each: ContainerStatus, exitCode: number, now: string): ContainerStatus => {
  if (each.state?.terminated) return { ...each, ready: false };
  const startedAt = each.state?.running?.startedAt;
  const terminated = {
    exitCode,
    reason: exitCode === 0 ? 'Completed' : 'Error',
    ...(startedAt ? { startedAt } : {}),
    finishedAt: now,
  };
  return { ...each, state: { terminated }, ready: false, started: false };
};

const neverStarted = ({ spec }: Pod): readonly ContainerStatus[] =>
  spec.containers.map(({ name, image = '' }) => ({
    name,
    state: {},
    lastState: {},
    ready: false,
    restartCount: 0,
    image,
    imageID: image,
  }));

const interrupted = ({ message }: Farewell, now: string): PodCondition => ({
  ...podCondition('DisruptionTarget', { status: 'True', since: now }),
  reason: 'TerminationByKubelet',
  message,
});

/**
 * The status of a pod whose containers have ended for good.
 * @param ms model time
 * @param farewell why its kubelet has stopped it, if it has
 */
export const endedStatus = (
  pod: Pod,
  phase: 'Failed' | 'Succeeded',
  ms: number,
  farewell?: Farewell,
): PodStatus => {
  const now = toTimestamp(ms);
  const end = phase === 'Failed' ? 'PodFailed' : 'PodCompleted';
  const found = { hasSandbox: !farewell, incomplete: [], unready: [], end } as const;
  const code = farewell ? CODES.interrupted : CODES[phase];
  return {
    ...pod.status,
    phase,
    ...farewell,
    conditions: [...(farewell ? [interrupted(farewell, now)] : []), ...conditionsFor(pod, found, now)],
    containerStatuses: (pod.status.containerStatuses ?? neverStarted(pod)).map((each) =>
      endedContainer(each, code, now),
    ),
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

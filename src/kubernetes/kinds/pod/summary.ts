import { age } from '../../print/ages';
import { GATED } from './gates';
import type { Container, Pod } from './pod';
import { conditionOf, isTerminal } from './state';

/** What `kubectl get pods` says of a pod's containers. */
export interface PodSummary {
  /** Containers that are ready, of all: `1/2`. */
  readonly ready: string;
  /** `Running`, `Pending`, `ImagePullBackOff`, `Terminating`, `NodeAffinity`, … */
  readonly status: string;
  /** `0`, or `3 (5m ago)`. */
  readonly restarts: string;
}

type ContainerStatus = NonNullable<Pod['status']['containerStatuses']>[number];

const endedBecause = (ended: NonNullable<NonNullable<ContainerStatus['state']>['terminated']>): string =>
  ended.reason || (ended.signal ? `Signal:${ended.signal}` : `ExitCode:${ended.exitCode}`);

/** The status a container imposes on its pod's line, if it has something to say. */
const reasonOf = ({ state }: ContainerStatus): string | undefined => {
  if (state?.waiting?.reason) return state.waiting.reason;
  return state?.terminated ? endedBecause(state.terminated) : undefined;
};

const isRunning = (container: ContainerStatus): boolean =>
  container.ready && container.state?.running !== undefined;

const isSidecar = ({ restartPolicy }: Container): boolean => restartPolicy === 'Always';

/** What init containers say of a pod: as far as they have come, the one that is not done included. */
interface Initialization {
  readonly seen: readonly ContainerStatus[];
  readonly sidecars: readonly ContainerStatus[];
  /** `Init:0/2`, or the trouble of the one that is not done; undefined if all are. */
  readonly status?: string;
}

const initOf = ({ spec, status }: Pod): Initialization => {
  const all = spec.initContainers ?? [];
  const isSide = ({ name }: ContainerStatus): boolean =>
    all.some((each) => each.name === name && isSidecar(each));
  const told = status.initContainerStatuses ?? [];
  const open = told.findIndex(
    (each) => each.state?.terminated?.exitCode !== 0 && !(isSide(each) && each.started),
  );
  const seen = open < 0 ? told : told.slice(0, open + 1);
  const current = told[open];
  const walked = { seen, sidecars: seen.filter(isSide) };
  return current ? { ...walked, status: initStatusOf(current, `${open}/${all.length}`) } : walked;
};

const initStatusOf = ({ state }: ContainerStatus, progress: string): string => {
  if (state?.terminated) return `Init:${endedBecause(state.terminated)}`;
  const reason = state?.waiting?.reason;
  return `Init:${reason && reason !== 'PodInitializing' ? reason : progress}`;
};

/** What the containers proper say, if there is something to say. One that ended well is no trouble beside one that did not. */
const troubleOf = (pod: Pod, containers: readonly ContainerStatus[]): string | undefined => {
  const reasons = containers.map(reasonOf);
  const status = reasons.find((reason) => reason !== undefined);
  if (status !== 'Completed') return status;
  const runs = containers.some(isRunning);
  if (runs && conditionOf(pod, 'Ready')?.status === 'True') return 'Running';
  const failed = containers.find(({ state }) => state?.terminated && state.terminated.exitCode !== 0);
  if (failed) return reasonOf(failed);
  return runs ? 'NotReady' : status;
};

const statusOf = (pod: Pod, init: string | undefined, trouble: string | undefined): string => {
  if (pod.metadata.deletionTimestamp !== undefined) {
    if (pod.status.reason === 'NodeLost') return 'Unknown';
    if (!isTerminal(pod)) return 'Terminating';
  }
  if (trouble !== undefined) return trouble;
  if (init !== undefined) return init;
  if (conditionOf(pod, 'PodScheduled')?.reason === GATED) return GATED;
  return pod.status.reason || pod.status.phase || '';
};

/**
 * Sums up a pod as `kubectl get pods` does. `now` is model time in ms.
 * @see pkg/printers/internalversion/printers.go printPod
 */
export const summarizePod = (pod: Pod, now: number): PodSummary => {
  const init = initOf(pod);
  const isInitialized = init.status === undefined || conditionOf(pod, 'Initialized')?.status === 'True';
  const containers = isInitialized ? (pod.status.containerStatuses ?? []) : [];
  // Until the pod is initialized, all init containers count; then only those of them that go on.
  const counted = isInitialized ? [...init.sidecars, ...containers] : init.seen;
  const restarts = counted.reduce((sum, container) => sum + container.restartCount, 0);
  const lastEnd = counted
    .map((container) => container.lastState?.terminated?.finishedAt)
    .filter((finished) => finished !== undefined)
    .sort()
    .pop();
  const total = pod.spec.containers.length + (pod.spec.initContainers ?? []).filter(isSidecar).length;
  const ready =
    init.sidecars.filter((each) => each.started && each.ready).length + containers.filter(isRunning).length;
  return {
    ready: `${ready}/${total}`,
    status: statusOf(pod, init.status, troubleOf(pod, containers)),
    restarts: restarts > 0 && lastEnd ? `${restarts} (${age(lastEnd, now)} ago)` : String(restarts),
  };
};

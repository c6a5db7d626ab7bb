import { age } from '../../print/ages';
import { GATED } from './gates';
import type { Pod } from './pod';
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

/** The first init container that has not done its work yet, as `Init:0/2` or with its trouble. */
const initializing = (pod: Pod): string | undefined => {
  const all = pod.spec.initContainers?.length ?? 0;
  const statuses = pod.status.initContainerStatuses ?? [];
  if (conditionOf(pod, 'Initialized')?.status === 'True') return undefined;
  for (const [index, container] of statuses.entries()) {
    const { terminated, waiting } = container.state ?? {};
    if (terminated?.exitCode === 0) continue;
    if (terminated) return `Init:${endedBecause(terminated)}`;
    if (waiting?.reason && waiting.reason !== 'PodInitializing') return `Init:${waiting.reason}`;
    return `Init:${index}/${all}`;
  }
  return undefined;
};

const statusOf = (pod: Pod, containers: readonly ContainerStatus[]): string => {
  if (pod.metadata.deletionTimestamp !== undefined) {
    if (pod.status.reason === 'NodeLost') return 'Unknown';
    if (!isTerminal(pod)) return 'Terminating';
  }
  const init = initializing(pod);
  if (init !== undefined) return init;
  const trouble = containers.map(reasonOf).find((reason) => reason !== undefined);
  const gated = conditionOf(pod, 'PodScheduled')?.reason === GATED ? GATED : undefined;
  const status = trouble ?? gated ?? (pod.status.reason || pod.status.phase || '');
  if (status === 'Completed' && containers.some(isRunning)) {
    return conditionOf(pod, 'Ready')?.status === 'True' ? 'Running' : 'NotReady';
  }
  return status;
};

/**
 * Sums up a pod as `kubectl get pods` does. `now` is model time in ms.
 * @see k8s.io/kubernetes/pkg/printers/internalversion printPod
 */
export const summarizePod = (pod: Pod, now: number): PodSummary => {
  const containers = pod.status.containerStatuses ?? [];
  const restarts = containers.reduce((sum, container) => sum + container.restartCount, 0);
  const lastEnd = containers
    .map((container) => container.lastState?.terminated?.finishedAt)
    .filter((finished) => finished !== undefined)
    .sort()
    .pop();
  return {
    ready: `${containers.filter(isRunning).length}/${pod.spec.containers.length}`,
    status: statusOf(pod, containers),
    restarts: restarts > 0 && lastEnd ? `${restarts} (${age(lastEnd, now)} ago)` : String(restarts),
  };
};

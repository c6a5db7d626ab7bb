import { toTimestamp } from '../../kubernetes/fields/time';
import { copyPodStatus } from '../../kubernetes/kinds/pod/copies';
import type { Pod, PodStatus } from '../../kubernetes/kinds/pod/pod';
import { containerStatusOf } from './containerRuns';
import type { ContainerRun } from './local';
import { conditionsFor } from './podConditions';
import { phaseOf } from './podPhase';

/** What the status of a pod depends on beside its containers. */
export interface Place {
  readonly hostIP: string;
  /** None as long as its network is not set up. */
  readonly podIP?: string | undefined;
  readonly isReady: (run: ContainerRun) => boolean;
  /** Model time in ms. */
  readonly now: number;
}

const ENDS = { Failed: 'PodFailed', Succeeded: 'PodCompleted' } as const;

/**
 * The status of a pod whose containers are looked at one by one.
 * @see pkg/kubelet/kubelet_pods.go generateAPIPodStatus
 */
export const statusOfRuns = (
  pod: Pod,
  runs: readonly ContainerRun[],
  { hostIP, podIP, isReady, now: ms }: Place,
): PodStatus => {
  const now = toTimestamp(ms);
  const inits = runs.filter(({ role }) => role !== 'main');
  const main = runs.filter(({ role }) => role === 'main');
  const phase = phaseOf(pod.spec, runs);
  const reason = inits.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const told = (run: ContainerRun) => containerStatusOf(run, reason, isReady(run));
  const names = (some: readonly ContainerRun[]): readonly string[] =>
    some.map(({ container }) => container.name);
  const hasBegun = main.some(({ state, ending }) => state !== 'created' || ending);
  const isIncomplete = (run: ContainerRun): boolean =>
    run.role === 'sidecar' ? !run.started : !isReady(run);
  const status = copyPodStatus(pod.status);
  status.phase = phase;
  status.conditions = conditionsFor(
    pod,
    {
      hasSandbox: podIP !== undefined,
      incomplete: hasBegun ? [] : names(inits.filter(isIncomplete)),
      unready: names(runs.filter((run) => run.role !== 'init' && !isReady(run))),
      ...(phase === 'Failed' || phase === 'Succeeded' ? { end: ENDS[phase] } : {}),
    },
    now,
  );
  status.hostIP = hostIP;
  status.startTime ??= now;
  status.containerStatuses = main.map(told);
  if (inits.length > 0) status.initContainerStatuses = inits.map(told);
  if (podIP !== undefined) {
    status.podIP = podIP;
    status.podIPs = [{ ip: podIP }];
  }
  return status;
};

import { toTimestamp } from '../../kubernetes/fields/time';
import type { Container, ContainerStatus, Pod, PodSpec } from '../../kubernetes/kinds/pod/pod';
import type { ContainerRun } from './local';

const runOf = (container: Container, role: ContainerRun['role']): ContainerRun => ({
  container,
  role,
  state: 'created',
  isStarting: false,
  startedAt: 0,
  endedAt: 0,
  restarts: 0,
  started: false,
  found: {},
  life: 0,
});

/** The containers of a pod, init containers first, none of which was ever started. */
export const runsOf = ({ initContainers = [], containers }: PodSpec): readonly ContainerRun[] => [
  ...initContainers.map((each) => runOf(each, each.restartPolicy === 'Always' ? 'sidecar' : 'init')),
  ...containers.map((each) => runOf(each, 'main')),
];

/** The containers of a pod that was told of as one thing, all of which run. @param since model time */
export const runningRunsOf = ({ spec, status }: Pod, since: number): readonly ContainerRun[] =>
  runsOf(spec).map((run) => {
    const told = status.containerStatuses?.find(({ name }) => name === run.container.name);
    const ending = told?.lastState?.terminated;
    return {
      ...run,
      state: 'running',
      startedAt: since,
      started: true,
      restarts: told?.restartCount ?? 0,
      ...(ending ? { ending } : {}),
    };
  });

/**
 * The machine went down: whatever ran is lost, and whatever was done is done once more, from the first init container on.
 * @param now timestamp
 */
export const loseRun = (run: ContainerRun, now: string): void => {
  if (run.state === 'running') run.ending = { exitCode: 255, reason: 'Unknown', finishedAt: now };
  if (run.state !== 'created') run.restarts++;
  run.state = 'created';
  run.isStarting = false;
  run.waiting = undefined;
  run.before = undefined;
  run.unpulledSince = undefined;
  run.started = false;
  run.life++;
  forgetFindings(run);
};

/** It has ended, at this time (model time in ms), with this code. @see pkg/kubelet/kuberuntime */
export const endRun = (run: ContainerRun, code: number, now: number): void => {
  run.before = run.ending;
  run.ending = {
    exitCode: code,
    reason: code === 0 ? 'Completed' : 'Error',
    startedAt: toTimestamp(run.startedAt),
    finishedAt: toTimestamp(now),
  };
  run.state = 'exited';
  run.endedAt = now;
  run.started = false;
  run.life++;
  forgetFindings(run);
};

/** It runs, for the first time or once more. */
export const beginRun = (run: ContainerRun, now: number): void => {
  if (run.state === 'exited') run.restarts++;
  run.state = 'running';
  run.startedAt = now;
  run.waiting = undefined;
  run.life++;
  forgetFindings(run);
};

/** A container that was started or has ended is asked anew. */
const forgetFindings = ({ found }: ContainerRun): void => {
  delete found.startup;
  delete found.readiness;
  delete found.liveness;
};

/** Whether requests may be sent to it: an init container is ready when it has done its work. */
export const isRunReady = (run: ContainerRun, turnsReady: boolean): boolean => {
  if (run.role === 'init') return run.state === 'exited' && run.ending?.exitCode === 0;
  return run.state === 'running' && run.started && turnsReady;
};

type State = NonNullable<ContainerStatus['state']>;

const ended = (ending: ContainerRun['ending']): State => (ending ? { terminated: ending } : {});

const statesOf = (
  run: ContainerRun,
  reason: string,
): { readonly state: State; readonly lastState: State } => {
  if (run.state === 'running')
    return { state: { running: { startedAt: toTimestamp(run.startedAt) } }, lastState: ended(run.ending) };
  if (run.state === 'exited' && !run.waiting)
    return { state: ended(run.ending), lastState: ended(run.before) };
  return { state: { waiting: run.waiting ?? { reason } }, lastState: ended(run.ending) };
};

/**
 * What is told of one container. Until its turn has come it says why it waits.
 * @param reason why a container waits that has nothing else to say
 * @see pkg/kubelet/kubelet_pods.go convertToAPIContainerStatuses
 */
export const containerStatusOf = (run: ContainerRun, reason: string, isReady: boolean): ContainerStatus => {
  const image = run.container.image ?? '';
  return {
    name: run.container.name,
    ...statesOf(run, reason),
    ready: isReady,
    restartCount: run.restarts,
    image,
    imageID: run.state === 'created' ? '' : image,
    started: run.state === 'running' && run.started,
  };
};

import type { PodSpec } from '../../kubernetes/kinds/pod/pod';
import type { ContainerRun } from './local';
import { isRestarted } from './restartPolicy';

/** What is to be done for a pod next. */
export interface PodActions {
  readonly start: readonly ContainerRun[];
  /** Nothing runs that was asked for, and nothing will: the pod has come to its end. */
  readonly isOver: boolean;
}

/** It has been started before: then it need not be waited for again. */
const wasStarted = (run: ContainerRun): boolean => run.ending !== undefined;

/**
 * Init containers, one after the other. A sidecar holds up the next only until it has started; one that has ended is started
 * anew at any time.
 */
const initialize = (
  spec: PodSpec,
  runs: readonly ContainerRun[],
): PodActions & { readonly isDone: boolean } => {
  const start: ContainerRun[] = [];
  const wait = { start, isOver: false, isDone: false };
  for (const run of runs) {
    if (run.role === 'sidecar') {
      if (run.state !== 'running') start.push(run);
      if (!run.started && !wasStarted(run)) return wait;
    } else if (run.state === 'exited') {
      const code = run.ending?.exitCode ?? 0;
      if (code === 0) continue;
      if (!isRestarted(run.container, spec, code)) return { start: [], isOver: true, isDone: false };
      start.push(run);
      return wait;
    } else {
      if (run.state === 'created') start.push(run);
      return wait;
    }
  }
  return { start, isOver: false, isDone: true };
};

/**
 * Which containers of a pod are to be started now. Once any container that is no init container was started, only sidecars
 * are looked after among the init containers.
 * @see pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions
 * @see pkg/kubelet/kuberuntime/kuberuntime_container.go computeInitContainerActions
 */
export const nextActions = (spec: PodSpec, runs: readonly ContainerRun[]): PodActions => {
  const main = runs.filter(({ role }) => role === 'main');
  const inits = runs.filter(({ role }) => role !== 'main');
  const start: ContainerRun[] = [];
  if (main.some(({ state }) => state !== 'created')) {
    start.push(...inits.filter(({ role, state }) => role === 'sidecar' && state !== 'running'));
  } else {
    const first = initialize(spec, inits);
    if (!first.isDone) return first;
    start.push(...first.start);
  }
  const wanted = main.filter(
    ({ state, container, ending }) =>
      state === 'created' || (state === 'exited' && isRestarted(container, spec, ending?.exitCode ?? 0)),
  );
  const isOver = wanted.length === 0 && main.every(({ state }) => state === 'exited');
  return isOver ? { start: [], isOver } : { start: [...start, ...wanted], isOver };
};

import type { PodSpec } from '../../kubernetes/kinds/pod/pod';
import type { ContainerRun } from './local';
import { isRestarted } from './restartPolicy';

type Phase = 'Pending' | 'Running' | 'Failed' | 'Succeeded';

/** Whether a container that has ended will be started anew. */
const comesBack = (spec: PodSpec, { container, ending }: ContainerRun): boolean =>
  isRestarted(container, spec, ending?.exitCode ?? 0);

/** What is still to be done before the containers proper: undefined if nothing. */
const phaseOfInit = (spec: PodSpec, inits: readonly ContainerRun[], hasBegun: boolean): Phase | undefined => {
  let pending = false;
  for (const run of inits) {
    if (run.role === 'sidecar') pending ||= !hasBegun && !run.started && run.ending === undefined;
    else if (run.state !== 'exited') pending = true;
    else if (run.ending?.exitCode !== 0 && !comesBack(spec, run)) return 'Failed';
  }
  return pending ? 'Pending' : undefined;
};

/**
 * What its containers make of a pod. One whose container has ended, and will be started anew, is running all the same.
 * @see pkg/kubelet/kubelet_pods.go getPhase
 */
export const phaseOf = (spec: PodSpec, runs: readonly ContainerRun[]): Phase => {
  const main = runs.filter(({ role }) => role === 'main');
  const hasBegun = main.some(({ state }) => state !== 'created');
  const first = phaseOfInit(
    spec,
    runs.filter(({ role }) => role !== 'main'),
    hasBegun,
  );
  if (first) return first;
  if (main.some(({ state, ending }) => state === 'created' && !ending)) return 'Pending';
  const over = main.every((run) => run.state === 'exited' && !comesBack(spec, run));
  if (!over) return 'Running';
  return main.every(({ ending }) => ending?.exitCode === 0) ? 'Succeeded' : 'Failed';
};

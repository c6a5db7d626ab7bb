import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { ProbeKind } from '../../port/world';
import type { Images } from './images';
import type { ContainerRun } from './local';

/** How a program ends that is told to stop, and one that is made to. */
export const TERMINATED = 143;
const KILLED = 137;

/** How a container is stopped that has failed its probe. */
interface Killing {
  /** That of the event. */
  readonly message: string;
  readonly afterSeconds: number;
  readonly code: number;
}

/**
 * A container that has failed its startup or liveness probe is stopped, within the time that the probe or the pod gives it.
 * @see pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions
 * @see pkg/kubelet/kuberuntime/kuberuntime_container.go setTerminationGracePeriod
 */
export const killingOf = (
  { spec }: Pod,
  { container, role }: ContainerRun,
  kind: Exclude<ProbeKind, 'readiness'>,
  images: Images,
): Killing => {
  const title = role === 'main' ? 'Container' : 'Init container';
  const again = role === 'main' ? ', will be restarted' : '';
  const probe = kind === 'startup' ? container.startupProbe : container.livenessProbe;
  const grace = probe?.terminationGracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
  const takes = images.stopSecondsOf(container);
  return {
    message: `${title} ${container.name} failed ${kind} probe${again}`,
    afterSeconds: Math.min(takes, grace),
    code: takes > grace ? KILLED : TERMINATED,
  };
};

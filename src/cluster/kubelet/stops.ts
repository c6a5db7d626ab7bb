import type { Hands } from './hands';
import type { Images } from './images';
import type { Local } from './local';
import { endedStatus, type Farewell } from './podStatus';
import { stopTime } from './stopTime';

/** Stops pods: those that are to go, and those that their kubelet gives up. */
export class Stops {
  readonly #hands: Hands;
  readonly #images: Images;

  constructor(hands: Hands, images: Images) {
    this.#hands = hands;
    this.#images = images;
  }

  /** When a terminating pod has stopped, if that is sooner than was planned: model time in ms. */
  plan(local: Local): number | undefined {
    const takes = local.stage === 'running' ? this.#images.stopSeconds(local.pod) : 0;
    const at = stopTime(local.pod, takes, this.#hands.now());
    if (local.stopsAt !== undefined && local.stopsAt <= at) return undefined;
    if (local.stopsAt === undefined) this.#tell(local);
    local.stopsAt = at;
    return at;
  }

  /**
   * Stops the containers of a pod for good: it fails, and says why.
   * @param grace seconds it is given at most
   * @see pkg/kubelet/pod_workers.go killPodNow
   */
  giveUp(local: Local, grace: number, farewell: Farewell, onEnd: () => void = () => undefined): void {
    local.isGivenUp = true;
    this.#tell(local);
    const { terminationGracePeriodSeconds: own = 30 } = local.pod.spec;
    const takes = local.stage === 'running' ? this.#images.stopSeconds(local.pod) : 0;
    const seconds = Math.min(takes, Math.min(grace, own));
    this.#hands.after(seconds * 1000, 'work', `${local.pod.metadata.name} is given up`, () => {
      if (!this.#hands.isPresent(local)) return onEnd();
      local.stage = 'ended';
      const now = this.#hands.now();
      this.#hands.write(local, (current) => endedStatus(current, 'Failed', now, farewell));
      onEnd();
    });
  }

  #tell(local: Local): void {
    if (local.stage !== 'running') return;
    for (const container of local.pod.spec.containers)
      this.#hands.tell(local, 'Normal', 'Killing', `Stopping container ${container.name}`, container);
  }
}

import type { Hands } from './hands';
import type { Local } from './local';
import { mountTroubles } from './references';

/** The first pause (ms) before volumes that could not be mounted are tried again, and the longest. */
const FIRST = 500;
const LONGEST = 122_000;

/**
 * The volumes of pods: no container of a pod starts before all of them are mounted.
 * @see pkg/kubelet/volumemanager/volume_manager.go WaitForAttachAndMount
 * @see pkg/util/goroutinemap/exponentialbackoff/exponential_backoff.go
 */
export class Mounts {
  readonly #hands: Hands;
  readonly #onRetry: (local: Local) => void;

  constructor(hands: Hands, onRetry: (local: Local) => void) {
    this.#hands = hands;
    this.#onRetry = onRetry;
  }

  /** Tries it, unless it is too soon. What is missing is told each time; what is mounted stays so. */
  areMounted(local: Local): boolean {
    if (local.isMounted) return true;
    if (local.mount?.retry) return false;
    const { namespace = '' } = local.pod.metadata;
    const troubles = mountTroubles(local.pod, (kind, name) => this.#hands.find(kind, namespace, name));
    if (troubles.length === 0) {
      delete local.mount;
      local.isMounted = true;
      return true;
    }
    for (const trouble of troubles) this.#hands.tell(local, 'Warning', 'FailedMount', trouble);
    const delay = local.mount ? Math.min(2 * local.mount.delay, LONGEST) : FIRST;
    local.mount = { delay };
    this.#wait(local, delay, 'background');
    return false;
  }

  /** It is worth waiting for the next try. */
  hurry(local: Local): void {
    const retry = local.mount?.retry;
    if (retry?.kind !== 'background') return;
    this.#hands.cancel(retry);
    this.#wait(local, retry.due - this.#hands.now(), 'work');
  }

  #wait(local: Local, ms: number, kind: 'work' | 'background'): void {
    const { mount, pod } = local;
    if (!mount) return;
    mount.retry = this.#hands.after(ms, kind, `volumes of ${pod.metadata.name} are mounted`, () => {
      delete mount.retry;
      if (this.#hands.isPresent(local)) this.#onRetry(local);
    });
  }
}

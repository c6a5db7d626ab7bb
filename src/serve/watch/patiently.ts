import type { Store } from '../../cluster/apiserver/registry/store';
import { FutureVersionError } from '../../kubernetes/refusals';
import type { Timing } from './timing';

/** @see k8s.io/apiserver/pkg/storage/cacher blockTimeout */
const LONGEST = 3_000;

/** Waits until the store has a revision, at most so long. */
const reached = (store: Store, revision: number, timing: Timing, gone: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const end = (): void => {
      stopObserving();
      cancel();
      gone.removeEventListener('abort', end);
      done();
    };
    const stopObserving = store.observe(({ object }) => {
      if (Number(object.metadata.resourceVersion) >= revision) end();
    });
    const cancel = timing.after(LONGEST, end);
    gone.addEventListener('abort', end);
  });

/**
 * Asks for something that is to be no older than a version. If there is no such version yet, it is waited for, since it
 * may be on its way, and asked once more.
 * @see k8s.io/apiserver/pkg/storage/cacher watchCache.waitUntilFreshAndBlock
 */
export const patiently = async <T>(
  ask: () => T,
  store: Store,
  timing: Timing,
  gone: AbortSignal,
): Promise<T> => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof FutureVersionError)) throw error;
    await reached(store, error.version, timing, gone);
    return ask();
  }
};

import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Query, User, WatchEvent } from '../../../port/api';
import type { Connection } from '../connection/connection';
import { collectionPath } from './address';
import type { Selection } from './pages';
import { Reflector } from './reflector';
import { realTimers, type Timers } from './timers';

/** So long (ms) at least, and so many answers' time, a server may take to say that it has forgotten a version. */
const SOON = 100;
const SOON_IN_ANSWERS = 5;

/** So soon (seconds) a stream ends, and another one begins. */
const SECONDS = 12;

interface Circumstances {
  readonly connection: Connection;
  readonly as?: User | undefined;
  readonly timers?: Timers;
  /** Something may have been missed after the watch stood; why, in a sentence. */
  onGap(why: string): void;
}

/** @throws ApiError in the server's words, if somebody may not watch */
const checkMayWatch = async (
  resource: ResourceType,
  { namespace, ...selectors }: Selection,
  connection: Connection,
  as: User | undefined,
): Promise<void> => {
  const path = collectionPath(resource, namespace, { ...selectors, watch: 'true', timeoutSeconds: '1' });
  (await connection.listen(path, () => {}, as)).end();
};

/**
 * A watch of its own, for one who asked for it: what `Api.watch` promises, with names as the server has them. A stream that
 * is cut is gone on with, so that nobody notices.
 * @throws ApiError if the server refuses it, 410 if it cannot tell everything since the version
 */
export const watchCollection = async <T extends KubeObject>(
  { resource, resourceVersion, ...selection }: Query<T>,
  onEvent: (event: WatchEvent<T>) => void,
  { connection, as, timers = realTimers, onGap }: Circumstances,
): Promise<() => void> => {
  const reflector = new Reflector({
    connection,
    timers,
    resource,
    selection,
    as,
    seconds: SECONDS,
    asListed: true,
    hear: ({ type, object }) => onEvent({ type, object: object as T }),
    onGap,
    onGone: () => onGap(`${resource.plural} are no longer served.`),
  });
  if (!resourceVersion || resourceVersion === '0')
    await reflector.begin().catch(async (error: unknown) => {
      // Who may not list is told whether they may watch: that is what they asked for.
      if (error instanceof ApiError && error.code === 403)
        await checkMayWatch(resource, selection, connection, as);
      throw error;
    });
  else {
    const soon = Math.max(SOON, SOON_IN_ANSWERS * connection.latency);
    await reflector.resume(resourceVersion, soon);
  }
  return () => reflector.stop();
};

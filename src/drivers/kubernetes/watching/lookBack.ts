import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';
import { collectionPath } from './address';
import { readLine } from './line';
import type { Selection } from './pages';
import { listenOnce } from './stretch';
import type { Timers } from './timers';

/** What has happened already is told as soon as a stream is open; so long (ms), and so many answers' time, it is given. */
const MOMENT = 100;
const MOMENT_IN_ANSWERS = 2;
/** So long (ms) it may take until it is open. */
const LIMIT = 5000;

/** Where to look, and since when. */
export interface Since {
  readonly connection: Connection;
  readonly timers: Timers;
  readonly resource: ResourceType;
  readonly selection: Selection;
  readonly version: string;
}

/**
 * Asks on a stream of its own what has happened since a version: what came and went is in no list. A server that does not
 * know any more, or does not answer, tells nothing.
 * @returns the versions of what it told
 * @see k8s.io/apiserver/pkg/storage/cacher Cacher.Watch
 */
export const lookBack = async (since: Since): Promise<readonly string[]> => {
  const { connection, timers, resource, selection, version } = since;
  const { namespace, ...selectors } = selection;
  const versions: string[] = [];
  const path = collectionPath(resource, namespace, {
    ...selectors,
    watch: 'true',
    resourceVersion: version,
    timeoutSeconds: `${LIMIT / 1000}`,
  });
  const stretch = listenOnce({
    ...{ connection, path, timers, limit: LIMIT },
    onOpen: () => {
      timers.after(Math.max(MOMENT, MOMENT_IN_ANSWERS * connection.latency), () => stretch.end());
    },
    onLine: (text) => {
      const line = readLine(text);
      if (line && line.type !== 'ERROR' && line.type !== 'BOOKMARK')
        versions.push(line.object.metadata.resourceVersion);
      return undefined;
    },
  });
  await stretch.over;
  return versions;
};

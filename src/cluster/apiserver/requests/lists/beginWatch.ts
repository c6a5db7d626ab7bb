import type { Kind } from '../../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../../kubernetes/object';
import { FutureVersionError } from '../../../../kubernetes/refusals';
import type { Registry } from '../../registry/registry';
import { readWatchVersion } from '../../registry/resourceVersion';
import type { Audience } from '../../registry/watch';
import { checkListRequest, checkWatchRequest, type ListRequest, withWatchDefaults } from './listRequest';

/** A watch that stands. */
export interface BegunWatch {
  /** What it is to be shown first, as added, in order of namespace and name. */
  readonly present: readonly KubeObject[];
  /** The revision of what it is shown first, or after which it is told of everything. */
  readonly revision: number;
  /** Whether it is to be told when it has been shown all that. */
  readonly tellsWhenCaughtUp: boolean;
  /** Up to which revision everything has been told. */
  progress(): number;
  /** Ends it: nothing more is told. */
  stop(): void;
}

/**
 * Begins a watch. One that names neither a version nor what it wants begins with what there is; so does one from `0`.
 *
 * @throws ApiError 410 for a version too old to be remembered, 504 for a list of a version that there is not yet
 * @see k8s.io/apiserver/pkg/storage/cacher Cacher.Watch, watchCache.getAllEventsSinceLocked
 */
export const beginWatch = (
  registry: Registry,
  kind: Kind,
  asked: ListRequest,
  audience: Audience,
): BegunWatch => {
  const request = asked.watch ? withWatchDefaults(asked) : asked;
  if (asked.watch) checkWatchRequest(request);
  else checkListRequest(request);
  const current = registry.store.revision;
  const version = readWatchVersion(request.resourceVersion);
  const withPresent = request.sendInitialEvents ?? version === undefined;
  if (withPresent && version !== undefined && version > current)
    throw new FutureVersionError(version, current);
  const since = withPresent ? undefined : version;
  const present = withPresent ? registry.list(kind, request) : [];
  const { progress, stop } = registry.watchers.watchSince(kind, request, since, audience);
  return {
    present,
    revision: since ?? current,
    tellsWhenCaughtUp: request.sendInitialEvents === true && request.allowWatchBookmarks === true,
    progress,
    stop,
  };
};

import type { InProcessCluster } from '../../cluster/cluster';
import { toMicroTimestamp } from '../../kubernetes/fields/time';
import type { Clock } from '../clusters/clock';
import type { Journal } from '../clusters/journal';

/** What has been written since some version, and when. */
export interface Written {
  /** What the time is. */
  readonly time: string;
  readonly resourceVersion: string;
  readonly moments: readonly { readonly time: string; readonly resourceVersion: string }[];
  readonly kinds: readonly {
    readonly group: string;
    readonly resource: string;
    readonly resourceVersion: string;
  }[];
}

/** @throws ApiError 410 if that is too long ago */
export const writtenSince = (
  since: number,
  { registry }: InProcessCluster,
  clock: Clock,
  journal: Journal,
): Written => {
  const { store, kinds } = registry;
  const lastOf = kinds.all.flatMap((kind) => {
    const topic = store.topic(kind);
    const last = topic.end === 0 ? 0 : topic.revisionAt(topic.end - 1);
    return last > since ? [{ group: kind.group, resource: kind.plural, resourceVersion: String(last) }] : [];
  });
  return {
    time: toMicroTimestamp(clock.now),
    resourceVersion: String(store.revision),
    moments: journal.since(since).map(({ at, revision }) => ({
      time: toMicroTimestamp(at),
      resourceVersion: String(revision),
    })),
    kinds: lastOf,
  };
};

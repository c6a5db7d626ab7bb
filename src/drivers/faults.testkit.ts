import type { KubeObject } from '../kubernetes/object';
import type { Api, ListOptions, Query, WatchEvent } from '../port/api';
import type { Capability } from '../port/capabilities';
import type { Cluster } from '../port/cluster';
import { Timeline } from '../timeline/timeline';

/** What is wrong with a cluster: it does not do what a sound one does. */
export type Fault = (sound: Cluster) => Partial<Cluster>;

/** A fault of the API, whoever uses it. */
export const inApi =
  (fault: (sound: Api) => Partial<Api>): Fault =>
  (sound) => {
    const spoil = (api: Api): Api => ({ ...api, ...fault(api) });
    return { api: spoil(sound.api), as: (user) => spoil(sound.as(user)) };
  };

/** A watch that does with events what it likes. */
export const telling = (
  tell: (event: WatchEvent, next: (event: WatchEvent) => void, count: number) => void,
): Fault =>
  inApi((api) => ({
    watch: <T extends KubeObject>(query: Query<T>, onEvent: (event: WatchEvent<T>) => void) => {
      let count = 0;
      return api.watch(query, (event) => tell(event, onEvent as (event: WatchEvent) => void, count++));
    },
  }));

/** Watches that ask for something else than they were asked for. */
export const watchingFor = (change: (query: Query) => Query): Fault =>
  inApi((api) => ({
    watch: (query, onEvent) => api.watch(change(query) as typeof query, onEvent),
  }));

/** Lists that lack what somebody has asked for. */
export const listingWithout = (option: keyof ListOptions): Fault =>
  inApi((api) => ({
    list: <T extends KubeObject>({ [option]: _, ...query }: Query<T>) => api.list(query as Query<T>),
  }));

const withoutVersion = <T extends KubeObject>(object: T): T => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: '' },
});

/** Updates overwrite whatever is there. */
export const overwriting: Fault = inApi((api) => ({
  update: (object, options) => api.update(withoutVersion(object), options),
}));

/** Deletions do not heed what was asked for. */
export const deletingWithout = (option: 'preconditions' | 'propagationPolicy' | 'dryRun'): Fault =>
  inApi((api) => ({
    delete: (ref, { [option]: _, ...options } = {}) => api.delete(ref, options),
  }));

/** Refusals are errors of the driver's own. */
export const refusingInOwnWords: Fault = inApi((api) => ({
  get: (ref) =>
    api.get(ref).catch((error: Error) => {
      throw new Error(error.message);
    }),
}));

/** Claims something, and does it not. */
export const claiming =
  (capability: Capability, lack: Fault): Fault =>
  (sound) => ({ ...lack(sound), capabilities: new Set([...sound.capabilities, capability]) });

/** Claims nothing of this, though it does it. */
export const notClaiming =
  (...unclaimed: readonly Capability[]): Fault =>
  ({ capabilities }) => ({
    capabilities: new Set([...capabilities].filter((each) => !unclaimed.includes(each))),
  });

/** Projects lose what their annotations say. */
export const withoutAnnotations: Fault = inApi((api) => ({
  create: ({ metadata: { annotations: _, ...metadata } = {}, ...manifest }, options) =>
    api.create({ ...manifest, metadata } as typeof manifest & { apiVersion: string; kind: string }, options),
}));

/** The timeline holds what `keeps` says. */
export const recording =
  (keeps: (change: ReturnType<Timeline['changes']>[number]) => boolean): Fault =>
  ({ timeline }) => {
    class Forgetful extends Timeline {
      override changes() {
        return timeline.changes().filter(keeps);
      }
    }
    return { timeline: new Forgetful() };
  };

import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { Inconclusive } from '../../../port/inconclusive';
import type { Watching } from '../watching/watching';

/**
 * Waits until the timeline holds what a request has brought about: steps read it right after they have written. Rejects
 * with Inconclusive if that takes too long.
 */
export interface Telling {
  /** Before a kind is written to: it is listened to. */
  listen(resource: ResourceType): Promise<void>;
  /** @param object as the server has returned it */
  written(resource: ResourceType, object: KubeObject): Promise<void>;
  deleted(resource: ResourceType, object: KubeObject): Promise<void>;
  /** The object goes, or is gone already. */
  leaving(resource: ResourceType, object: KubeObject): Promise<void>;
  refused(): Promise<void>;
}

/** So long (ms) it is waited at most. */
const LIMIT = 10_000;

/** Resolves when it is so, looking again whenever something has happened. */
export const untilSo = (
  watching: Pick<Watching, 'subscribe'>,
  isSo: () => boolean,
  what: string | (() => string),
  limit = LIMIT,
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (isSo()) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    const unsubscribe = watching.subscribe(() => {
      if (!isSo()) return;
      end();
      resolve();
    });
    const timer = setTimeout(() => {
      end();
      const told = typeof what === 'string' ? what : what();
      reject(new Inconclusive(`The watch has not told that ${told} within ${limit / 1000} seconds.`));
    }, limit);
  });

/** What the API server itself looks up when it admits or allows something: it hears of a write a little later than we. */
const LOOKED_UP: ReadonlySet<string> = new Set([
  'rbac.authorization.k8s.io/roles',
  'rbac.authorization.k8s.io/rolebindings',
  'rbac.authorization.k8s.io/clusterroles',
  'rbac.authorization.k8s.io/clusterrolebindings',
  '/limitranges',
  '/resourcequotas',
  'scheduling.k8s.io/priorityclasses',
  'node.k8s.io/runtimeclasses',
  '/namespaces',
]);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param later how long (ms) it takes until the API server has looked up what was written */
export const tellingOf = (watching: Watching, later: () => number): Telling => {
  const letItSpread = async ({ group, plural }: ResourceType): Promise<void> => {
    const ms = LOOKED_UP.has(`${group}/${plural}`) ? later() : 0;
    if (ms > 0) await pause(ms);
  };
  return {
    listen: (resource) => watching.begin([resource]),
    written: async (resource, object) => {
      await watching.caughtUp(resource, object);
      await letItSpread(resource);
    },
    deleted: async (resource, object) => {
      await watching.caughtUp(resource, object, true);
      await letItSpread(resource);
    },
    leaving: async (resource, { metadata: { namespace, name, uid } }) => {
      await watching.begin([resource]);
      const isLeaving = (): boolean => {
        const now = watching.get(resource, namespace, name);
        return !now || now.metadata.uid !== uid || now.metadata.deletionTimestamp !== undefined;
      };
      await untilSo(watching, isLeaving, `${resource.singular} "${name}" is being deleted`);
    },
    refused: async () => {},
  };
};

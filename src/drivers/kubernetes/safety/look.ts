import type { Event } from '../../../kubernetes/kinds/event/event';
import { NODE_LEASES } from '../../../kubernetes/kinds/lease/lease';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError } from '../../../kubernetes/refusals';
import type { Connection } from '../connection/connection';
import { type Collection, type Found, list } from './collections';
import { selectorOf } from './labels';
import type { Ours } from './ours';
import { inParallel } from './parallel';

const { events, leases, nodes, pods } = resources;

const asFound =
  (collection: Collection) =>
  (object: Found['object']): Found => ({ collection, object });

/** The kind went away, or cannot be listed: nothing can be left of it, or nothing was made of it. */
const isNowhere = ({ code }: ApiError): boolean => code === 404 || code === 405;

/**
 * What of these kinds carries the label of a run, or of any run.
 * @param blind hears of kinds that cannot be looked at, and why
 */
export const lookForLabelled = async (
  connection: Connection,
  collections: readonly Collection[],
  run: string | undefined,
  blind: (collection: Collection, why: ApiError) => void,
): Promise<readonly Found[]> => {
  const lists = await inParallel(collections, async (collection) => {
    try {
      const all = await list(connection, collection, { labelSelector: selectorOf(run) });
      return all.map(asFound(collection));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!isNowhere(error)) blind(collection, error);
      return [];
    }
  });
  return lists.flat();
};

/** The pods in what was made, or of it, as they are now; and others on nodes that were made. */
export interface PodsFound {
  readonly own: readonly Found[];
  readonly guests: readonly Found[];
}

const sorted = (all: readonly Pod[], ours: Ours): PodsFound => {
  const isOwn = (pod: Pod): boolean =>
    ours.has(pod) || ours.namespaces.has(pod.metadata.namespace ?? '') || ours.owns(pod);
  const isGuest = (pod: Pod): boolean => ours.nodes.has(pod.spec.nodeName ?? '') && !isOwn(pod);
  return { own: all.filter(isOwn).map(asFound(pods)), guests: all.filter(isGuest).map(asFound(pods)) };
};

/** Looks at all pods of the cluster. */
export const lookForPods = async (connection: Connection, ours: Ours): Promise<PodsFound> => {
  const all = await list<Pod>(connection, pods);
  const { own, guests } = sorted(all, ours);
  return { own, guests: [...guests, ...(await stranded(connection, all, ours))] };
};

/** Pods of others on nodes that were made and are gone: it takes a minute until somebody collects them. */
const stranded = async (
  connection: Connection,
  all: readonly Pod[],
  ours: Ours,
): Promise<readonly Found[]> => {
  const nodeOf = ({ spec: { nodeName = '' } }: Pod): string => nodeName;
  const candidates = all.filter((pod) => !ours.nodes.has(nodeOf(pod)) && ours.isOrWasNode(nodeOf(pod)));
  if (candidates.length === 0) return [];
  const there = new Set((await list(connection, nodes)).map(({ metadata }) => metadata.name));
  return candidates.filter((pod) => !there.has(nodeOf(pod))).map(asFound(pods));
};

/** The leases by which kubelets showed that they live. They outlive nodes that they were never told of. */
export const lookForLeases = async (connection: Connection, ours: Ours): Promise<readonly Found[]> => {
  if (ours.nodes.size === 0) return [];
  const all = await list(connection, leases, { namespace: NODE_LEASES });
  return all.filter((lease) => ours.nodes.has(lease.metadata.name) || ours.owns(lease)).map(asFound(leases));
};

/** Events of nodes stand in this namespace, as nodes have none. */
const OF_NODES = 'default';

/** What others have said of what was made, in namespaces that are theirs. */
export const lookForTraces = async (connection: Connection, ours: Ours): Promise<readonly Found[]> => {
  const places = new Set([...ours.foreignNamespaces, OF_NODES]);
  const lists = await inParallel([...places], (namespace) =>
    list<Event>(connection, events, {
      namespace,
      ...(ours.foreignNamespaces.has(namespace) ? {} : { fieldSelector: 'involvedObject.kind=Node' }),
    }),
  );
  return lists
    .flat()
    .filter(({ involvedObject }) => ours.isMeant(involvedObject))
    .map(asFound(events));
};

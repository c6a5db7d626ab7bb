import { isTerminating } from '../../../kubernetes/fields/meta';
import { ApiError } from '../../../kubernetes/refusals';
import { Inconclusive } from '../../../port/inconclusive';
import type { Connection } from '../connection/connection';
import { ConnectionLost } from '../connection/connectionLost';
import { type Found, pathTo } from './collections';
import { finalizersToTake } from './finalizers';
import { isNamespace, isNode, isPod, isWorkload } from './kinds';
import type { Ours } from './ours';
import { inParallel } from './parallel';

/** What others ask before they answer, and could stand in the way of every other deletion. */
const GUARDS = ['admissionregistration.k8s.io', 'apiregistration.k8s.io'];

/** In this order things are deleted: what makes others goes before them. */
const PHASES: readonly ((found: Found) => boolean)[] = [
  ({ collection }) => GUARDS.includes(collection.group),
  (found) => !isPod(found) && !isNode(found) && !isNamespace(found),
  isPod,
  isNode,
  isNamespace,
];

/** Goes with its namespace, which empties itself. Workloads do not wait for that: they would go on to make pods. */
const goesAlong = (found: Found, ours: Ours): boolean =>
  ours.namespaces.has(found.object.metadata.namespace ?? '') && !isPod(found) && !isWorkload(found);

/** Deleted already, and held by finalizers. No kubelet ends a pod of ours, so it is deleted once more, at once. */
const isAskedToGo = (found: Found): boolean =>
  isTerminating(found.object) &&
  !(isPod(found) && (found.object.metadata.deletionGracePeriodSeconds ?? 0) > 0);

/** How it is deleted: this very object, and not another one that has its name by now. */
const deletionOf = (found: Found): object => ({
  apiVersion: 'v1',
  kind: 'DeleteOptions',
  propagationPolicy: 'Background',
  preconditions: { uid: found.object.metadata.uid },
  ...(isPod(found) ? { gracePeriodSeconds: 0 } : {}),
});

const takeFinalizers = async (connection: Connection, found: Found, releases: boolean): Promise<void> => {
  const { finalizers = [], resourceVersion } = found.object.metadata;
  const taken = finalizersToTake(finalizers, releases);
  if (taken.length === 0) return;
  const kept = finalizers.filter((each) => !taken.includes(each));
  await connection.send({
    method: 'PATCH',
    path: pathTo(found),
    contentType: 'application/merge-patch+json',
    body: { metadata: { finalizers: kept, resourceVersion } },
  });
};

/** Why something could not be deleted, where that is worth telling; the next look shows all else. */
const refusalIn = (error: unknown): string | undefined => {
  if (error instanceof Inconclusive && !(error instanceof ConnectionLost)) return undefined;
  if (!(error instanceof ApiError)) throw error;
  return [404, 409].includes(error.code) ? undefined : error.message;
};

/** How things are deleted. */
export interface Removal {
  /** Whether finalizers that nobody may be left to see to are taken off. */
  readonly releases: boolean;
  /** Hears why something cannot be deleted. */
  refused(found: Found, why: string): void;
}

/**
 * Deletes these objects, and nothing that has taken their names. What is being deleted already is only helped along.
 * @throws as `send` if the server is gone, or no longer knows who asks
 */
export const remove = async (
  connection: Connection,
  all: readonly Found[],
  ours: Ours,
  { releases, refused }: Removal,
): Promise<void> => {
  const one = async (found: Found): Promise<void> => {
    try {
      await takeFinalizers(connection, found, releases);
      if (isAskedToGo(found)) return;
      await connection.send({ method: 'DELETE', path: pathTo(found), body: deletionOf(found) });
    } catch (error) {
      const why = refusalIn(error);
      if (why !== undefined) refused(found, why);
    }
  };
  let left = all.filter((found) => !goesAlong(found, ours) || hasFinalizers(found));
  for (const belongs of PHASES) {
    await inParallel(left.filter(belongs), one);
    left = left.filter((found) => !belongs(found));
  }
};

const hasFinalizers = ({ object: { metadata } }: Found): boolean => (metadata.finalizers?.length ?? 0) > 0;

import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import { Inconclusive } from '../../port/inconclusive';
import { deleteOptions, objectPath, type Place } from './api/requests';
import { untilSo } from './api/telling';
import type { Answer, Call, Connection } from './connection/connection';
import { ConnectionLost } from './connection/connectionLost';
import { finalizersToTake } from './safety/finalizers';
import { collectionPath } from './watching/address';
import type { Watching } from './watching/watching';

/** What an example leaves behind, and how it is found. */
export interface Leaving {
  readonly connection: Connection;
  readonly watching: Watching;
  readonly watched: readonly ResourceType[];
  /** True of what the example has made. */
  isOurs(object: KubeObject): boolean;
}

/** What makes pods, and goes on to make them. */
const isWorkload = ({ group, plural }: ResourceType): boolean =>
  ['apps', 'batch'].includes(group) || plural === 'replicationcontrollers';

/** So often something is asked for again whose answer was lost. Nothing that is deleted twice is any different. */
const TRIES = 3;

/** Sends what may be sent twice. @param codes refusals that are none */
const insist = async (
  connection: Connection,
  call: Call,
  ...codes: readonly number[]
): Promise<Answer | undefined> => {
  for (let tries = 1; ; tries++) {
    try {
      return await connection.send(call);
    } catch (error) {
      if (error instanceof ApiError && codes.includes(error.code)) return undefined;
      if (!(error instanceof Inconclusive) || error instanceof ConnectionLost || tries === TRIES) throw error;
    }
  }
};

/** Takes off what the example has put on an object to keep it. Whatever somebody else sees to stays. */
const release = async (connection: Connection, place: Place, uid: string): Promise<void> => {
  for (let tries = 1; tries <= TRIES; tries++) {
    const answer = await insist(connection, { method: 'GET', path: objectPath(place) }, 404);
    const { metadata } = (answer?.body ?? {}) as Partial<KubeObject>;
    const { finalizers = [], resourceVersion } = metadata ?? {};
    const taken = new Set(finalizersToTake(finalizers, false));
    if (metadata?.uid !== uid || taken.size === 0) return;
    const body = {
      metadata: { uid, resourceVersion, finalizers: finalizers.filter((each) => !taken.has(each)) },
    };
    const contentType = 'application/merge-patch+json';
    const call: Call = { method: 'PATCH', path: objectPath(place), body, contentType };
    if (await insist(connection, call, 404, 409, 422)) return;
  }
};

/** Deletes one object at once, and what the example holds it by. */
const remove = async (
  connection: Connection,
  resource: ResourceType,
  { metadata: { namespace, name, uid, finalizers = [] } }: KubeObject,
): Promise<void> => {
  const place: Place = { resource, namespace, name };
  const body = deleteOptions({
    propagationPolicy: 'Background',
    preconditions: { uid },
    ...(resource.plural === 'pods' ? { gracePeriodSeconds: 0 } : {}),
  });
  await insist(connection, { method: 'DELETE', path: objectPath(place), body }, 404, 409);
  if (finalizersToTake(finalizers, false).length > 0) await release(connection, place, uid);
};

/** Namespaces take their time: whoever wants one of the same name waits for that. */
const isWaitedFor = ({ plural }: ResourceType): boolean => plural !== 'namespaces';

/** What an example has made that is not gone yet, by kind and name. The next one must not see it. */
export type Remains = () => readonly string[];

/** @throws Inconclusive if it takes too long */
export const untilGone = (watching: Watching, remains: Remains): Promise<void> =>
  untilSo(
    watching,
    () => remains().length === 0,
    () => `all is gone that an example has made: ${remains().join(', ')}`,
  );

/**
 * Deletes what an example has made: first what makes pods, so that nothing comes after; then pods, at once; then the rest,
 * but for what goes with its namespace.
 */
export const leave = async ({ connection, watching, watched, isOurs }: Leaving): Promise<Remains> => {
  // A kind goes with its definition.
  const allOf = (resource: ResourceType): readonly KubeObject[] =>
    watching.watches(resource) ? watching.all(resource) : [];
  const spaces = new Set(
    watching
      .all(resources.namespaces)
      .filter(isOurs)
      .map(({ metadata }) => metadata.name),
  );
  const inSpaces = (resource: ResourceType): readonly KubeObject[] =>
    allOf(resource).filter(({ metadata }) => spaces.has(metadata.namespace ?? ''));
  const collections = async (chosen: readonly ResourceType[], gracePeriodSeconds?: number): Promise<void> => {
    const body = deleteOptions({
      propagationPolicy: 'Background',
      ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    });
    await Promise.all(
      chosen.flatMap((resource) =>
        [...new Set(inSpaces(resource).map(({ metadata }) => metadata.namespace))].map((namespace) =>
          insist(connection, { method: 'DELETE', path: collectionPath(resource, namespace), body }, 404, 405),
        ),
      ),
    );
  };
  await collections(watched.filter(isWorkload));
  await collections([resources.pods], 0);
  const held = watched.flatMap((resource) =>
    resource.namespaced
      ? inSpaces(resource)
          .filter(({ metadata }) => metadata.finalizers?.length)
          .map((object) => [resource, object] as const)
      : [],
  );
  const outside = watched.flatMap((resource) =>
    allOf(resource)
      .filter((object) => !spaces.has(object.metadata.namespace ?? '') && isOurs(object))
      .map((object) => [resource, object] as const),
  );
  const gone = [...outside].filter(([resource]) => isWaitedFor(resource));
  await Promise.all([...held, ...outside].map(([resource, object]) => remove(connection, resource, object)));
  return () =>
    gone.flatMap(([resource, { metadata }]) => {
      const { namespace, name, uid } = metadata;
      const isThere =
        watching.watches(resource) && watching.get(resource, namespace, name)?.metadata.uid === uid;
      return isThere ? [`${resource.plural}/${name}`] : [];
    });
};

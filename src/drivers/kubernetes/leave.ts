import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import { deleteOptions, objectPath, type Place } from './api/requests';
import { untilSo } from './api/telling';
import type { Connection } from './connection/connection';
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

const ignore =
  (...codes: readonly number[]) =>
  (error: unknown): void => {
    if (!(error instanceof ApiError) || !codes.includes(error.code)) throw error;
  };

/** Deletes one object at once, and what holds it. */
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
  await connection.send({ method: 'DELETE', path: objectPath(place), body }).catch(ignore(404, 409));
  if (finalizers.length === 0 || resource.plural === 'namespaces') return;
  const patch = { metadata: { uid, finalizers: null } };
  const contentType = 'application/merge-patch+json';
  await connection
    .send({ method: 'PATCH', path: objectPath(place), body: patch, contentType })
    .catch(ignore(404, 409, 422));
};

/** Of what is deleted it is waited for: the next example must not see it. Namespaces take their time. */
const isWaitedFor = ({ plural }: ResourceType): boolean => plural !== 'namespaces';

/**
 * Deletes what an example has made: first what makes pods, so that nothing comes after; then pods, at once; then the rest,
 * but for what goes with its namespace.
 */
export const leave = async ({ connection, watching, watched, isOurs }: Leaving): Promise<void> => {
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
          connection
            .send({ method: 'DELETE', path: collectionPath(resource, namespace), body })
            .catch(ignore(404, 405)),
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
  const isGone = (): boolean =>
    gone.every(
      ([
        resource,
        {
          metadata: { namespace, name, uid },
        },
      ]) => {
        return !watching.watches(resource) || watching.get(resource, namespace, name)?.metadata.uid !== uid;
      },
    );
  await untilSo(watching, isGone, 'all is gone that the example has made').catch(() => {});
};

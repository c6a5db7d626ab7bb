import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { User } from '../../../port/api';
import type { Connection } from '../connection/connection';
import { collectionPath } from '../watching/address';
import type { Listed, Selection } from '../watching/pages';

/** Lists what there was at a version or later, all at once. @throws like `connection.send` */
export const listFrom = async (
  connection: Connection,
  resource: ResourceType,
  { namespace, ...parameters }: Selection & { readonly resourceVersion: string },
  as?: User,
): Promise<Listed> => {
  const path = collectionPath(resource, namespace, parameters);
  const { body } = await connection.send({ method: 'GET', path, as });
  const { metadata, items } = body as {
    readonly metadata: { readonly resourceVersion?: string };
    readonly items?: readonly KubeObject[] | null;
  };
  const { apiVersion, kind } = resource;
  return {
    items: (items ?? []).map((item) => ({ ...item, apiVersion, kind })),
    version: metadata.resourceVersion ?? '',
  };
};

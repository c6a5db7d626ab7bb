import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { PatchType } from '../../../kubernetes/wire/patch/request';
import type { DeleteOptions, Subresource, WriteOptions } from '../../../port/api';
import type { Call } from '../connection/connection';
import { collectionPath } from '../watching/address';

/** What a request says beside its body; what is undefined is left out. */
type Parameters = Readonly<Record<string, string | undefined>>;

const withParameters = (path: string, parameters: Parameters): string => {
  const given = Object.entries(parameters).filter((each): each is [string, string] => each[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** An object of the server's, or a part of it. */
export interface Place {
  readonly resource: ResourceType;
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly part?: Subresource | 'eviction' | undefined;
}

export const objectPath = (
  { resource, namespace, name, part }: Place,
  parameters: Parameters = {},
): string => {
  const path = `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
  return withParameters(part ? `${path}/${part}` : path, parameters);
};

/** How a write is carried out. */
const writing = ({ fieldValidation = 'Strict', dryRun, fieldManager, force }: WriteOptions): Parameters => ({
  fieldValidation,
  dryRun: dryRun ? 'All' : undefined,
  fieldManager,
  force: force === undefined ? undefined : String(force),
});

export const creation = (
  resource: ResourceType,
  namespace: string | undefined,
  body: Manifest,
  options: WriteOptions,
): Call => ({
  method: 'POST',
  path: collectionPath(resource, namespace, { ...writing(options), force: undefined }),
  body,
});

export const replacement = (place: Place, body: KubeObject, options: WriteOptions): Call => ({
  method: 'PUT',
  path: objectPath(place, { ...writing(options), force: undefined }),
  body,
});

const PATCH_TYPES: Readonly<Record<PatchType, string>> = {
  strategic: 'application/strategic-merge-patch+json',
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  apply: 'application/apply-patch+yaml',
};

export const patching = (place: Place, body: unknown, type: PatchType, options: WriteOptions): Call => ({
  method: 'PATCH',
  path: objectPath(place, writing(options)),
  body,
  contentType: PATCH_TYPES[type],
});

/** What a deletion says. @see k8s.io/apimachinery/pkg/apis/meta/v1 DeleteOptions */
export const deleteOptions = ({
  propagationPolicy,
  gracePeriodSeconds,
  preconditions,
  dryRun,
}: DeleteOptions): object => ({
  apiVersion: 'v1',
  kind: 'DeleteOptions',
  propagationPolicy,
  gracePeriodSeconds,
  preconditions,
  ...(dryRun ? { dryRun: ['All'] } : {}),
});

/** @see k8s.io/api/policy/v1 Eviction */
export const eviction = (place: Place, options: DeleteOptions): Call => ({
  method: 'POST',
  path: objectPath({ ...place, part: 'eviction' }, { dryRun: options.dryRun ? 'All' : undefined }),
  body: {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name: place.name, namespace: place.namespace },
    deleteOptions: deleteOptions(options),
  },
});

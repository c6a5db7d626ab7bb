import type { Kind } from '../../../../kubernetes/kinds/kind';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import type { Subresource } from '../../../../kubernetes/resourceType';
import { applyPatch } from '../../../../kubernetes/wire/patch';
import type { ChangeRequest } from '../../../../kubernetes/wire/patch/request';
import { decode, decodePatchResult } from '../../../../kubernetes/wire/schema/decode';
import { misdirected } from '../endpoints';
import { checkName, checkOwnNamespace } from '../place';
import type { PartChange, PartRequest } from './part';

/** What a part of a kind speaks; undefined if the kind has none of that name. */
export const typeOfPart = ({ subresources }: Kind, part: string): Subresource | undefined =>
  subresources.find(({ name }) => name === part);

/** What a part speaks, as the endpoint of a kind. */
const endpointOf = ({ apiVersion, kind }: Subresource) => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return { apiVersion, version, group, kind };
};

/** The eviction of a pod is read in its former version, too. */
const isReadBy = (expected: Subresource, { apiVersion, kind }: Manifest): boolean =>
  kind === expected.kind &&
  (apiVersion === expected.apiVersion || (kind === 'Eviction' && apiVersion === 'policy/v1beta1'));

/** How a body is read: as an object of the kind itself or, by the published schema, of what the part speaks. */
const readOf = (kind: Kind, body: Pick<KubeObject, 'kind'>): Kind['read'] =>
  body.kind === kind.kind ? kind.read : undefined;

/**
 * What somebody sends to a part, decoded. What it leaves out of its type, and its namespace, are those of the part; whom
 * it is about it has to say itself, if the part wants to know.
 * @throws ApiError 400 for an object of another kind, or of another namespace than the path
 */
export const readPart = (
  { registry, kind, namespace, options }: PartRequest,
  part: string,
  sent: Manifest,
): Manifest => {
  const expected = typeOfPart(kind, part);
  const body = {
    ...sent,
    apiVersion: sent.apiVersion || (expected?.apiVersion ?? ''),
    kind: sent.kind || (expected?.kind ?? ''),
  };
  if (expected && !isReadBy(expected, body)) throw misdirected(registry.kinds, endpointOf(expected), body);
  const { metadata, ...rest } = decode<Manifest>(body, options, readOf(kind, body));
  checkOwnNamespace(metadata?.namespace, namespace);
  return { ...rest, metadata: { ...metadata, ...(namespace ? { namespace } : {}) } } as Manifest;
};

/** PUT: what is sent takes the place of what there is. @throws ApiError 400 for an object of another name */
export const replacing = (request: PartRequest, part: string, sent: Manifest): PartChange<KubeObject> => {
  const body = readPart(request, part, sent);
  checkName(body, request.name);
  return () => body as unknown as KubeObject;
};

/** PATCH: it is worked out against what there is. */
export const patching =
  ({ kind, options }: PartRequest, sent: ChangeRequest): PartChange<KubeObject> =>
  (current) => {
    const patched = applyPatch(current, sent.patch, sent.type);
    return patched === current
      ? current
      : decodePatchResult(patched, current, sent, readOf(kind, current), options);
  };

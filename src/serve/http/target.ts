import { answeredKinds } from '../../kubernetes/kinds/everyKind';
import type { Kind } from '../../kubernetes/kinds/kind';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import { methodNotAllowed, noSuchResource } from '../../kubernetes/refusals';
import { flagIn } from './queryValues';

/** What a request wants of objects, in the words that roles use. */
export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** What a path names, and what is to be done with it. */
export interface RequestTarget {
  readonly verb: Verb;
  readonly resource: Kind;
  /** Undefined for kinds without one, and for a collection over all of them. */
  readonly namespace?: string;
  /** Undefined for a collection. */
  readonly name?: string;
  readonly subresource?: string;
}

const VERBS_OF_OBJECTS: Readonly<Partial<Record<string, Verb>>> = {
  GET: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

const VERBS_OF_COLLECTIONS: Readonly<Partial<Record<string, Verb>>> = {
  GET: 'list',
  POST: 'create',
  DELETE: 'deletecollection',
};

/** Where the objects of a kind are, within its group and version. */
interface Place {
  readonly plural: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
}

const placeOf = ([first, ...rest]: readonly string[]): Place | undefined => {
  if (first === undefined) return undefined;
  const [namespace, plural, ...inside] = rest;
  // `namespaces/x/status` and `namespaces/x/finalize` are parts of the namespace itself.
  const isInside =
    first === 'namespaces' && plural !== undefined && plural !== 'status' && plural !== 'finalize';
  const [name, ...parts] = isInside ? inside : rest;
  return {
    plural: isInside ? plural : first,
    ...(isInside && namespace !== undefined ? { namespace } : {}),
    ...(name === undefined ? {} : { name }),
    ...(parts.length === 0 ? {} : { subresource: parts.join('/') }),
  };
};

const isGroupVersion = (segments: readonly string[]): boolean =>
  (segments[0] === 'api' && segments.length > 2) || (segments[0] === 'apis' && segments.length > 3);

/** A namespace without a name is every namespace; slashes too many elsewhere say nothing. */
const segmentsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((segment, at, all) => segment || (all[at - 1] === 'namespaces' && all[at + 1]))
    .map(decodeURIComponent);

/**
 * Reads what a request is about from its path and method.
 * @returns undefined for a path that is not one of objects, or of a group and version that are not served
 * @throws ApiError 404 for a kind that is not among those of its group and version, 405 for a method that there is not
 * @see k8s.io/apiserver/pkg/endpoints/request RequestInfoFactory.NewRequestInfo
 */
export const targetOf = (
  kinds: Kinds,
  method: string,
  path: string,
  query: URLSearchParams,
): RequestTarget | undefined => {
  const segments = segmentsOf(path);
  if (!isGroupVersion(segments)) return undefined;
  const [group, version, ...rest] = segments[0] === 'api' ? ['', ...segments.slice(1)] : segments.slice(1);
  const watches = rest[0] === 'watch';
  const place = placeOf(watches ? rest.slice(1) : rest);
  if (!place) return undefined;
  const apiVersion = group === '' ? `${version}` : `${group}/${version}`;
  const isHere = (kind: Kind): boolean => kind.apiVersion === apiVersion && kind.plural === place.plural;
  const served = kinds.ofVersion(apiVersion);
  const resource = served.find(isHere) ?? answeredKinds.find(isHere);
  if (!resource) {
    if (served.length > 0 || answeredKinds.some((kind) => kind.apiVersion === apiVersion))
      throw noSuchResource();
    return undefined;
  }
  const { name, subresource } = place;
  const namespace = place.namespace || undefined;
  if (resource.namespaced ? name !== undefined && namespace === undefined : namespace !== undefined)
    throw noSuchResource();
  const plain = (name === undefined ? VERBS_OF_COLLECTIONS : VERBS_OF_OBJECTS)[method];
  const isNowhere = resource.namespaced && namespace === undefined;
  if (!plain || (plain === 'create' && name !== undefined && subresource === undefined))
    throw methodNotAllowed();
  // Over all namespaces one may only read.
  if (isNowhere && plain !== 'list') throw methodNotAllowed();
  const reads = plain === 'get' || plain === 'list';
  // One object is watched by the old path or a field selector; a GET of it only gets it, whatever the query says.
  const asksToWatch = plain === 'list' && flagIn(query, 'watch');
  const verb = (reads && watches) || asksToWatch ? 'watch' : plain;
  return {
    verb,
    resource,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(subresource === undefined ? {} : { subresource }),
  };
};

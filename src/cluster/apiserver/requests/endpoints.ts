import { writeJson } from '../../../kubernetes/fields/exactJson';
import { wasServed } from '../../../kubernetes/kinds/formerVersions';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { Kinds } from '../../../kubernetes/kinds/kinds';
import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError, badRequest, noSuchResource, notRegistered } from '../../../kubernetes/refusals';
import { jsonKind } from '../../../kubernetes/wire/schema/words';

const sharedPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Kinds that the API server knows, lists and former versions among them, and that no such endpoint takes. */
const isRegistered = (kinds: Kinds, object: Typed): boolean =>
  wasServed(object) || kinds.ofVersion(object.apiVersion).some((each) => object.kind === `${each.kind}List`);

/** The package of the types that the API server works with: `core`, `apps`, `rbac`. */
const internalPackage = ({ group }: Pick<Kind, 'group'>): string =>
  (group === '' ? 'core' : group.split('.')[0]) ?? '';

/** What an endpoint takes. */
type Endpoint = Pick<Kind, 'apiVersion' | 'group' | 'kind'>;

/** Events are the same in both of their groups. */
const isSame = (one: Endpoint, other: Endpoint): boolean =>
  one.group === other.group || (one.kind === 'Event' && other.kind === 'Event');

/**
 * An object that an endpoint of another kind, or version, is sent.
 * @see k8s.io/apiserver/pkg/endpoints/handlers transformDecodeError
 */
export const misdirected = (kinds: Kinds, endpoint: Endpoint, object: Typed): ApiError => {
  const { apiVersion, kind } = object;
  const served = kinds.of(object);
  // Another version of the same kind can be read, but not here.
  if (kind === endpoint.kind && (served ? isSame(served, endpoint) : wasServed(object)))
    return badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${endpoint.apiVersion})`,
    );
  const version = apiVersion.split('/').at(-1);
  const why =
    served || isRegistered(kinds, object)
      ? `converting (${version}.${kind}) to (${internalPackage(endpoint)}.${endpoint.kind}): unknown conversion`
      : notRegistered(object);
  return badRequest(`${kind} in version "${version}" cannot be handled as a ${endpoint.kind}: ${why}`);
};

/** @throws ApiError 400 if an object is of another kind than the endpoint that it is sent to */
export const checkEndpoint = (kinds: Kinds, endpoint: Kind, object: Typed): void => {
  if (object.apiVersion !== endpoint.apiVersion || object.kind !== endpoint.kind)
    throw misdirected(kinds, endpoint, object);
};

/**
 * The endpoint an object is sent to. A version that is not served has none, and neither has a kind of another
 * version. A kind that is not known is sent to the endpoint whose kind looks most like it, which refuses it.
 * @throws ApiError
 */
export const endpointFor = (kinds: Kinds, object: Typed): Kind => {
  const found = kinds.of(object);
  if (found) return found;
  const { apiVersion, kind } = object;
  const served = kinds.ofVersion(apiVersion);
  if (served.length === 0) throw new ApiError({ code: 404, reason: '', message: '404 page not found\n' });
  if (kinds.all.some((each) => each.kind === kind)) throw noSuchResource();
  const [nearest] = [...served].sort((a, b) => sharedPrefix(b.kind, kind) - sharedPrefix(a.kind, kind));
  if (!nearest) throw noSuchResource();
  const why = isRegistered(kinds, object)
    ? `converting (${nearest.version}.${kind}) to (${internalPackage(nearest)}.${nearest.kind}): unknown conversion`
    : notRegistered(object);
  throw badRequest(`${kind} in version "${nearest.version}" cannot be handled as a ${nearest.kind}: ${why}`);
};

const SHOWN = 30;

/** Kinds in the order in which somebody may mean them who does not say which. */
const likeliest = (kinds: Kinds): readonly Kind[] => [...Object.values<Kind>(resources), ...kinds.all];

/**
 * Reads what a body says it is. What it leaves out, the endpoint it is sent to adds: the first of its version, or the
 * one of its kind.
 * @param sentTo the endpoint, where it is known
 * @throws ApiError 400 for a version or kind that is no text
 */
export const withType = <T extends Typed>(kinds: Kinds, body: T, sentTo?: Kind): T => {
  const { apiVersion, kind } = body as { readonly apiVersion?: unknown; readonly kind?: unknown };
  if (typeof apiVersion === 'string' && typeof kind === 'string' && apiVersion && kind) return body;
  const named = typeof kind === 'string' && kind !== '';
  const endpoint =
    sentTo ?? likeliest(kinds).find((each) => (named ? each.kind === kind : each.apiVersion === apiVersion));
  for (const [field, value] of Object.entries({ apiVersion, kind })) {
    if (typeof value === 'string' || value === undefined || value === null) continue;
    const text = writeJson(body);
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)} ...` : text;
    throw badRequest(
      `the object provided is unrecognized (must be of type ${endpoint?.kind ?? likeliest(kinds)[0]?.kind}): couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonKind(value)} into Go struct field .${field} of type string (${shown})`,
    );
  }
  return endpoint
    ? { ...body, apiVersion: apiVersion || endpoint.apiVersion, kind: kind || endpoint.kind }
    : { ...body, apiVersion: apiVersion ?? '', kind: kind ?? '' };
};

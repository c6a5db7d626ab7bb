import {
  allResources,
  type ResourceType,
  resourceOf,
  servesVersion,
} from '../../../kubernetes/kinds/resources';
import { ApiError, badRequest, noSuchResource, notRegistered } from '../../../kubernetes/refusals';
import { jsonKind } from '../../../kubernetes/wire/schema/words';

const sharedPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

/** Kinds that Kubernetes knows and the model does not serve, beside the lists of those it serves. */
const UNSERVED: Readonly<Record<string, readonly string[]>> = {
  'apps/v1': ['Deployment', 'ReplicaSet', 'StatefulSet'],
};

interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

const ofVersion = (apiVersion: string): readonly ResourceType[] =>
  allResources().filter((each) => each.apiVersion === apiVersion);

const isRegistered = ({ apiVersion, kind }: Typed): boolean => {
  const unserved = UNSERVED[apiVersion] ?? [];
  const kinds = [...ofVersion(apiVersion).map((each) => each.kind), ...unserved];
  return unserved.includes(kind) || kinds.some((each) => kind === `${each}List`);
};

/** The package of the types that the API server works with: `core`, `apps`, `rbac`. */
const internalPackage = ({ group }: ResourceType): string =>
  (group === '' ? 'core' : group.split('.')[0]) ?? '';

/**
 * The endpoint an object is sent to. A version that is not served has none, and neither has a kind of another
 * version. A kind that is not known is sent to the endpoint whose kind looks most like it, which refuses it.
 * @throws ApiError
 */
export const endpointFor = (object: Typed): ResourceType => {
  const resource = resourceOf(object);
  if (resource) return resource;
  const { apiVersion, kind } = object;
  if (!servesVersion(apiVersion))
    throw new ApiError({ code: 404, reason: '', message: '404 page not found\n' });
  if (allResources().some((each) => each.kind === kind)) throw noSuchResource();
  const [nearest] = [...ofVersion(apiVersion)].sort(
    (a, b) => sharedPrefix(b.kind, kind) - sharedPrefix(a.kind, kind),
  );
  if (!nearest) throw noSuchResource();
  const why = isRegistered(object)
    ? `converting (${nearest.version}.${kind}) to (${internalPackage(nearest)}.${nearest.kind}): unknown conversion`
    : notRegistered(object);
  throw badRequest(`${kind} in version "${nearest.version}" cannot be handled as a ${nearest.kind}: ${why}`);
};

const SHOWN = 30;

/**
 * Reads what a body says it is. What it leaves out, the endpoint it is sent to adds: the first of its version, or the
 * one of its kind.
 * @throws ApiError 400 for a version or kind that is no text
 */
export const withType = <T extends Typed>(body: T): T => {
  const { apiVersion, kind } = body as { readonly apiVersion?: unknown; readonly kind?: unknown };
  if (typeof apiVersion === 'string' && typeof kind === 'string' && apiVersion && kind) return body;
  const named = typeof kind === 'string' && kind !== '';
  const endpoint = allResources().find((each) =>
    named ? each.kind === kind : each.apiVersion === apiVersion,
  );
  for (const [field, value] of Object.entries({ apiVersion, kind })) {
    if (typeof value === 'string' || value === undefined || value === null) continue;
    const text = JSON.stringify(body);
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)} ...` : text;
    throw badRequest(
      `the object provided is unrecognized (must be of type ${endpoint?.kind ?? allResources()[0]?.kind}): couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonKind(value)} into Go struct field .${field} of type string (${shown})`,
    );
  }
  return endpoint
    ? { ...body, apiVersion: apiVersion || endpoint.apiVersion, kind: kind || endpoint.kind }
    : { ...body, apiVersion: apiVersion ?? '', kind: kind ?? '' };
};

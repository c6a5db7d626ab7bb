import { allResources, type ResourceType, resourceOf, servesVersion } from '../../kubernetes/resources';
import { ApiError, badRequest } from '../../kubernetes/status';

const sharedPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

/**
 * The endpoint an object is sent to. A version that is not served has none. A kind that is not known is sent to
 * the endpoint whose kind looks most like it, which refuses it.
 * @throws ApiError
 */
export const endpointFor = (object: { readonly apiVersion: string; readonly kind: string }): ResourceType => {
  const resource = resourceOf(object);
  if (resource) return resource;
  const { apiVersion, kind } = object;
  if (!servesVersion(apiVersion))
    throw new ApiError({ code: 404, reason: '', message: '404 page not found\n' });
  const [nearest] = allResources()
    .filter((each) => each.apiVersion === apiVersion)
    .sort((a, b) => sharedPrefix(b.kind, String(kind)) - sharedPrefix(a.kind, String(kind)));
  throw badRequest(
    `${kind} in version "${nearest?.version}" cannot be handled as a ${nearest?.kind}: no kind "${kind}" is registered for version "${apiVersion}" in scheme "pkg/api/legacyscheme/scheme.go:30"`,
  );
};

import type { Discovery } from '../../../kubernetes/kinds/kinds';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import { noSuchResource } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';

const sharedPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

const isNamed = (text: unknown): text is string => typeof text === 'string' && text !== '';

/** Groups whose objects are questions: they are asked, and not stored, and but one of them is about no namespace. */
const isQuestion = (group: string, kind: string): boolean =>
  ['authentication.k8s.io', 'authorization.k8s.io'].includes(group) && !kind.startsWith('Local');

/** A kind of a version that nobody serves: the server says so. */
const nowhere = (apiVersion: string, kind: string): ResourceType => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const singular = kind.toLowerCase();
  return {
    ...{ apiVersion, group, version, kind, singular, plural: `${singular}s` },
    namespaced: !isQuestion(group, kind),
    ...{ shortNames: [], categories: [], verbs: [], subresources: [] },
  };
};

/**
 * Where an object is sent. A kind that is not served goes where the kind looks most like it, and one that says nothing
 * where people are likeliest to mean: the server refuses it in its own words.
 * @throws ApiError if the kind is served in other versions only
 */
export const endpointFor = (
  kinds: Discovery,
  { apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>,
): ResourceType => {
  if (!isNamed(apiVersion) || !isNamed(kind)) {
    const likeliest = [...Object.values<ResourceType>(resources), ...kinds.all];
    const found = likeliest.find((each) =>
      isNamed(kind) ? each.kind === kind : isNamed(apiVersion) && each.apiVersion === apiVersion,
    );
    return found ?? resources.pods;
  }
  const found = kinds.of({ apiVersion, kind });
  if (found) return found;
  const served = kinds.ofVersion(apiVersion);
  if (served.length === 0) return nowhere(apiVersion, kind);
  if (kinds.all.some((each) => each.kind === kind)) throw noSuchResource();
  const [nearest] = [...served].sort((a, b) => sharedPrefix(b.kind, kind) - sharedPrefix(a.kind, kind));
  return nearest ?? nowhere(apiVersion, kind);
};

import type { ResourceType, Subresource } from '../../kubernetes/resourceType';
import { isOfKubernetes, type ServedGroup } from './resources';

/** The group, version and kind that clients ask for to get all of discovery in one answer. */
export const AGGREGATED = {
  group: 'apidiscovery.k8s.io',
  version: 'v2',
  kind: 'APIGroupDiscoveryList',
} as const;

/**
 * What is sent and answered at a path. Kubernetes' own groups leave out what the answer's place says already; groups
 * that definitions bring do not.
 */
const responseKind = (
  owner: ResourceType,
  { apiVersion, kind }: Pick<Subresource, 'apiVersion' | 'kind'>,
) => {
  const implied = apiVersion === owner.apiVersion && isOfKubernetes(owner.group);
  const [version = '', group = ''] = implied ? [] : apiVersion.split('/').reverse();
  return { group, version, kind };
};

const resourceOf = (kind: ResourceType): object => {
  const { plural, namespaced, singular, verbs, shortNames, categories, subresources } = kind;
  return {
    resource: plural,
    responseKind: responseKind(kind, kind),
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs,
    ...(shortNames.length > 0 ? { shortNames } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(subresources.length > 0
      ? {
          subresources: subresources.map((part) => ({
            subresource: part.name,
            responseKind: responseKind(kind, part),
            verbs: part.verbs,
          })),
        }
      : {}),
  };
};

/**
 * Discovery in one answer.
 * @see k8s.io/api/apidiscovery/v2 APIGroupDiscoveryList
 */
export const apiGroupDiscoveryList = (groups: readonly ServedGroup[]): object => ({
  kind: AGGREGATED.kind,
  apiVersion: `${AGGREGATED.group}/${AGGREGATED.version}`,
  metadata: {},
  items: groups.map(({ name, versions }) => ({
    metadata: name === '' ? {} : { name },
    versions: versions.map(({ version, kinds }) => ({
      version,
      resources: kinds.map(resourceOf),
      freshness: 'Current',
    })),
  })),
});

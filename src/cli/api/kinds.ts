import type { ResourceType } from '../../kubernetes/resourceType';
import type { DiscoveredResource, Published } from './published';

const kindOf = (group: string, version: string, resource: DiscoveredResource): ResourceType => {
  const apiVersion = group === '' ? version : `${group}/${version}`;
  const { shortNames = [], categories = [], subresources = [] } = resource;
  return {
    apiVersion,
    group,
    version,
    kind: resource.responseKind.kind,
    plural: resource.resource,
    singular: resource.singularResource,
    shortNames,
    categories,
    namespaced: resource.scope === 'Namespaced',
    verbs: resource.verbs,
    subresources: subresources.map(({ subresource, responseKind, verbs }) => ({
      name: subresource,
      apiVersion: responseKind.version
        ? [responseKind.group, responseKind.version].filter(Boolean).join('/')
        : apiVersion,
      kind: responseKind.kind,
      verbs,
    })),
  };
};

/** All kinds that a release serves, in the order of discovery. */
export const servedKindsOf = ({ groups }: Pick<Published, 'groups'>): readonly ResourceType[] =>
  groups.flatMap(({ metadata, versions }) =>
    versions.flatMap(({ version, resources }) =>
      resources.map((resource) => kindOf(metadata.name ?? '', version, resource)),
    ),
  );

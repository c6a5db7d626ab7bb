import type { ResourceType } from '../../../kubernetes/kinds/resources';

/** A kind that no cluster has from the start. */
export const widgets: ResourceType = {
  apiVersion: 'example.com/v1',
  group: 'example.com',
  version: 'v1',
  kind: 'Widget',
  plural: 'widgets',
  singular: 'widget',
  shortNames: [],
  namespaced: true,
};

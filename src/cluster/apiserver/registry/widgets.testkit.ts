import { defineKind } from '../../../kubernetes/kinds/kind';

/** A kind that no cluster has from the start. */
export const widgets = defineKind({
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  plural: 'widgets',
  namespaced: true,
});

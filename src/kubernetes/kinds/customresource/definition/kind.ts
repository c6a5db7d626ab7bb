import { defineKind } from '../../kind';
import type { CustomResourceDefinition } from './definition';
import { defaultDefinition, prepareDefinition, prepareDefinitionUpdate } from './prepare';
import { validateDefinition, validateDefinitionStatusUpdate, validateDefinitionUpdate } from './validation';

/** CustomResourceDefinitions: what makes an API server serve kinds of somebody's own. */
export const customresourcedefinitions = defineKind<CustomResourceDefinition>({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  plural: 'customresourcedefinitions',
  shortNames: ['crd', 'crds'],
  categories: ['api-extensions'],
  namespaced: false,
  subresources: [{ name: 'status' }],
  countsGenerations: true,
  defaults: defaultDefinition,
  prepareForCreate: prepareDefinition,
  prepareForUpdate: prepareDefinitionUpdate,
  validateCreate: validateDefinition,
  validateUpdate: validateDefinitionUpdate,
  validateStatusUpdate: validateDefinitionStatusUpdate,
});

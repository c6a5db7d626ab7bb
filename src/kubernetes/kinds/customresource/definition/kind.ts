import type { ResourceType } from '../../../resourceType';
import { defineKind } from '../../kind';
import { servedKinds } from '../../served';
import type { CustomResourceDefinition } from './definition';
import { warningsOfFormats } from './formats';
import { defaultDefinition, prepareDefinition, prepareDefinitionUpdate } from './prepare';
import { validateDefinition, validateDefinitionStatusUpdate, validateDefinitionUpdate } from './validation';

const type = servedKinds.find(({ kind }) => kind === 'CustomResourceDefinition') as ResourceType;

/** Definitions of kinds. Whoever serves them serves what they define once their names are accepted. */
export const customresourcedefinitions = defineKind<CustomResourceDefinition>({
  ...type,
  countsGenerations: true,
  defaults: defaultDefinition,
  prepareForCreate: prepareDefinition,
  prepareForUpdate: prepareDefinitionUpdate,
  validateCreate: validateDefinition,
  validateUpdate: validateDefinitionUpdate,
  validateStatusUpdate: validateDefinitionStatusUpdate,
  warnings: warningsOfFormats,
});

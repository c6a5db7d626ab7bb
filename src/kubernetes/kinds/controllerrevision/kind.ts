import { defineKind } from '../kind';
import type { ControllerRevision } from './controllerRevision';
import { validateRevision, validateRevisionUpdate } from './validation';

/** Controller revisions: versions of a template that a controller has rolled out. */
export const controllerrevisions = defineKind<ControllerRevision>({
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  plural: 'controllerrevisions',
  namespaced: true,
  validateCreate: validateRevision,
  validateUpdate: validateRevisionUpdate,
});

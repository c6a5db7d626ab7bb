import { fillAbsent } from '../../fields/fill';
import { defineKind } from '../kind';
import type { PriorityClass } from './priorityClass';
import { validatePriorityClass, validatePriorityClassUpdate } from './validation';

/** Priority classes: names for how important pods are. */
export const priorityclasses = defineKind<PriorityClass>({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  plural: 'priorityclasses',
  shortNames: ['pc'],
  namespaced: false,
  defaults: (priority) => fillAbsent(priority, { preemptionPolicy: 'PreemptLowerPriority' }),
  validateCreate: validatePriorityClass,
  validateUpdate: validatePriorityClassUpdate,
});

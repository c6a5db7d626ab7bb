import { fillAbsent } from '../../fields/fill';
import { defineKind } from '../kind';
import type { PriorityClass } from './priorityClass';
import { validatePriorityClass, validatePriorityClassUpdate } from './validation';

/** It has a generation, which never moves. @see pkg/registry/scheduling/priorityclass/strategy.go PrepareForCreate */
const firstGeneration = (priority: PriorityClass): PriorityClass => ({
  ...priority,
  metadata: { ...priority.metadata, generation: 1 },
});

/** Priority classes: names for how important pods are. */
export const priorityclasses = defineKind<PriorityClass>({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  plural: 'priorityclasses',
  shortNames: ['pc'],
  namespaced: false,
  defaults: (priority) => fillAbsent(priority, { value: 0, preemptionPolicy: 'PreemptLowerPriority' }),
  prepareForCreate: firstGeneration,
  validateCreate: validatePriorityClass,
  validateUpdate: validatePriorityClassUpdate,
});

import { deepEqual } from '../../fields/equality';
import { defineKind } from '../kind';
import { warningsOfTemplate } from '../pod/warnings/template';
import { type DaemonSet, EMPTY_STATUS } from './daemonSet';
import { defaultDaemonSet } from './defaults';
import { templateGenerationOf, withTemplateGeneration } from './templateGeneration';
import { validateDaemonSet, validateDaemonSetStatusUpdate, validateDaemonSetUpdate } from './validation';

/**
 * Daemon sets.
 * @see k8s.io/kubernetes/pkg/registry/apps/daemonset
 */
export const daemonsets = defineKind<DaemonSet>({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  shortNames: ['ds'],
  categories: ['all'],
  namespaced: true,
  subresources: [{ name: 'status' }],
  countsGenerations: true,
  defaults: defaultDaemonSet,
  prepareForCreate: (set) =>
    withTemplateGeneration({ ...set, status: EMPTY_STATUS }, Math.max(1, templateGenerationOf(set))),
  prepareForUpdate(next, current) {
    const generation = templateGenerationOf(current);
    const changed = !deepEqual(next.spec.template, current.spec.template);
    return withTemplateGeneration(next, changed ? generation + 1 : generation);
  },
  validateCreate: validateDaemonSet,
  validateUpdate: validateDaemonSetUpdate,
  validateStatusUpdate: validateDaemonSetStatusUpdate,
  warnings: (set, current) =>
    current && templateGenerationOf(set) === templateGenerationOf(current)
      ? []
      : warningsOfTemplate(set.spec.template, 'spec.template'),
});

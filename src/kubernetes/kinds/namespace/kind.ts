import { always, fill } from '../../fields/fill';
import { defineKind } from '../kind';
import { FINALIZER } from './finalizer';
import type { Namespace } from './namespace';
import { validateNamespace, validateNamespaceStatusUpdate, validateNamespaceUpdate } from './validation';

/** The label that carries the namespace's own name. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

const withNameLabel = (namespace: Namespace): Namespace => {
  const { metadata } = namespace;
  if (metadata.labels?.[NAME_LABEL] === metadata.name) return namespace;
  return {
    ...namespace,
    metadata: { ...metadata, labels: { ...metadata.labels, [NAME_LABEL]: metadata.name } },
  };
};

const withFinalizer = (finalizers: readonly string[]): readonly string[] =>
  finalizers.includes(FINALIZER) ? finalizers : [...finalizers, FINALIZER];

const hasName = ({ metadata }: Namespace): boolean =>
  typeof metadata?.name === 'string' && metadata.name !== '';

/**
 * Namespaces. One carries its own name as a label, is active, and has a finalizer that holds it until it is empty.
 * @see k8s.io/kubernetes/pkg/registry/core/namespace
 */
export const namespaces = defineKind<Namespace>({
  apiVersion: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  shortNames: ['ns'],
  namespaced: false,
  verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
  subresources: [{ name: 'finalize', verbs: ['update'] }, { name: 'status' }],
  selectableFields: { 'status.phase': ({ status }) => status?.phase ?? '' },
  defaults: (namespace) => {
    const labelled = hasName(namespace) ? withNameLabel(namespace) : namespace;
    const active = always(labelled, 'status', (status) => fill(status, { phase: 'Active' }));
    return always(active, 'spec', (spec) => spec);
  },
  prepareForCreate: (namespace) => ({
    ...withNameLabel(namespace),
    spec: { finalizers: withFinalizer(namespace.spec?.finalizers ?? []) },
    status: { phase: 'Active' },
  }),
  prepareForUpdate: (next, current) =>
    withNameLabel({ ...next, spec: { ...next.spec, finalizers: current.spec?.finalizers } }),
  validateCreate: validateNamespace,
  validateUpdate: validateNamespaceUpdate,
  validateStatusUpdate: validateNamespaceStatusUpdate,
  isHeld: ({ spec }) => (spec?.finalizers?.length ?? 0) > 0,
  whenTerminating: (namespace) => ({
    ...namespace,
    metadata: { ...namespace.metadata, deletionGracePeriodSeconds: undefined },
    status: { ...namespace.status, phase: 'Terminating' },
  }),
});

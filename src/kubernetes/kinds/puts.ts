import type { ResourceType } from '../resourceType';

const keyOf = ({ group, plural }: Pick<ResourceType, 'group' | 'plural'>): string =>
  group === '' ? plural : `${plural}.${group}`;

/** @see k8s.io/kubernetes/pkg/registry, AllowCreateOnUpdate of each strategy */
const CREATED = new Set([
  'endpoints',
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
  'limitranges',
  'services',
  'runtimeclasses.node.k8s.io',
  'clusterroles.rbac.authorization.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io',
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
]);

/** @see k8s.io/kubernetes/pkg/registry, AllowUnconditionalUpdate of each strategy */
const CONDITIONAL = new Set([
  'mutatingadmissionpolicies.admissionregistration.k8s.io',
  'mutatingadmissionpolicybindings.admissionregistration.k8s.io',
  'mutatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingadmissionpolicies.admissionregistration.k8s.io',
  'validatingadmissionpolicybindings.admissionregistration.k8s.io',
  'validatingwebhookconfigurations.admissionregistration.k8s.io',
  'leases.coordination.k8s.io',
  'runtimeclasses.node.k8s.io',
  'poddisruptionbudgets.policy',
  'csidrivers.storage.k8s.io',
  'csinodes.storage.k8s.io',
  'csistoragecapacities.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
  'customresourcedefinitions.apiextensions.k8s.io',
  'apiservices.apiregistration.k8s.io',
]);

/** Whether a PUT to a name that nothing has makes a new object. */
export const createsOnUpdate = (kind: ResourceType): boolean => CREATED.has(keyOf(kind));

/** Whether a PUT has to say which version it replaces. Custom kinds say so themselves, when they are validated. */
export const needsVersion = (kind: ResourceType): boolean => CONDITIONAL.has(keyOf(kind));

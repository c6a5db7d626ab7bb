import { validateMetadata, validateMetadataUpdate } from '../fields/validation/metadata';
import type { KubeObject } from '../object';
import type { FieldCause } from '../refusals';
import {
  validateDaemonSet,
  validateDaemonSetStatusUpdate,
  validateDaemonSetUpdate,
} from './daemonset/validation';
import { validateNode, validateNodeUpdate } from './node/validation';
import { validatePod, validatePodStatusUpdate, validatePodUpdate } from './pod/validation/pod';
import { validateQuota, validateQuotaStatusUpdate, validateQuotaUpdate } from './quota/validation';
import { validateBinding, validateBindingUpdate, validateRole, validateRoleUpdate } from './rbac/validation';
import {
  CLUSTER_WIDE,
  NAMESPACED,
  validateConfigMap,
  validateConfigMapUpdate,
  validateLease,
  validateNamespace,
  validateNamespaceStatusUpdate,
  validateNamespaceUpdate,
  validatePriorityClass,
  validatePriorityClassUpdate,
  validateRevision,
  validateRevisionUpdate,
} from './smallKinds';

type Create = (object: never) => readonly FieldCause[];
type Update = (next: never, current: never) => readonly FieldCause[];

/** The rules of one kind. */
interface Rules {
  readonly create: Create;
  readonly update: Update;
  /** For the status subresource; the rules of an update if there are no others. */
  readonly status?: Update;
}

const metadataOnly = (rules: typeof NAMESPACED): Rules => {
  const create = (object: KubeObject) => validateMetadata(object.metadata, rules);
  return {
    create,
    update: (next: KubeObject, current: KubeObject) => [
      ...validateMetadataUpdate(next.metadata, current.metadata),
      ...create(next),
    ],
  };
};

const binding: Rules = { create: validateBinding, update: validateBindingUpdate };
const role: Rules = { create: validateRole, update: validateRoleUpdate };

const KINDS: Readonly<Record<string, Rules>> = {
  DaemonSet: {
    create: validateDaemonSet,
    update: validateDaemonSetUpdate,
    status: validateDaemonSetStatusUpdate,
  },
  Pod: { create: validatePod, update: validatePodUpdate, status: validatePodStatusUpdate },
  Node: {
    create: validateNode,
    update: (next: never, current: never) => [...validateNode(next), ...validateNodeUpdate(next, current)],
    status: validateNodeUpdate,
  },
  Namespace: {
    create: validateNamespace,
    update: validateNamespaceUpdate,
    status: validateNamespaceStatusUpdate,
  },
  ResourceQuota: { create: validateQuota, update: validateQuotaUpdate, status: validateQuotaStatusUpdate },
  ControllerRevision: { create: validateRevision, update: validateRevisionUpdate },
  PriorityClass: { create: validatePriorityClass, update: validatePriorityClassUpdate },
  ConfigMap: { create: validateConfigMap, update: validateConfigMapUpdate },
  Lease: {
    create: validateLease,
    update: (next: KubeObject, current: KubeObject) => [
      ...validateLease(next as never),
      ...validateMetadataUpdate(next.metadata, current.metadata),
    ],
  },
  Role: role,
  ClusterRole: role,
  RoleBinding: binding,
  ClusterRoleBinding: binding,
  ServiceAccount: metadataOnly(NAMESPACED),
  CSIDriver: metadataOnly(CLUSTER_WIDE),
};

const NONE: readonly FieldCause[] = Object.freeze([]);

/**
 * Checks a new object, defaulted and named, as the API server validates it before it is stored.
 * @returns what is wrong, in the API server's order and words; empty if nothing is
 */
export const validateCreate = (object: KubeObject): readonly FieldCause[] =>
  KINDS[object.kind]?.create(object as never) ?? NONE;

/**
 * Checks what an update makes of an object: whether it is in order, and whether this may change.
 * @param subresource `status` for a write to the status alone
 * @returns what is wrong; one thing may be listed twice, as the API server does
 */
export const validateUpdate = (
  next: KubeObject,
  current: KubeObject,
  subresource?: 'status',
): readonly FieldCause[] => {
  const rules = KINDS[next.kind];
  if (!rules) return NONE;
  const check = subresource === 'status' ? (rules.status ?? rules.update) : rules.update;
  return check(next as never, current as never);
};

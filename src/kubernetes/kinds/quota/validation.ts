import { asStruct, invalid, named, required } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import {
  type MetadataRules,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import {
  isQuotaHugePages,
  QUOTA_RESOURCES,
  quantityOf,
  quotaResourceName,
} from '../../fields/validation/resources';
import type { FieldCause } from '../../refusals';
import type { ResourceQuota } from './resourceQuota';

export const QUOTA_METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };

type Spec = ResourceQuota['spec'];

const ALWAYS_EXISTS = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'CrossNamespacePodAffinity',
];
const SCOPES = new Set([...ALWAYS_EXISTS, 'PriorityClass', 'VolumeAttributesClass']);
const COMPUTE = new Set(['cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory']);
const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

const suits = (scope: string, resource: string): boolean => {
  if (scope === 'BestEffort') return resource === 'pods';
  if (
    ['Terminating', 'NotTerminating', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity'].includes(
      scope,
    )
  ) {
    return resource === 'pods' || COMPUTE.has(resource);
  }
  if (scope === 'VolumeAttributesClass') {
    return resource === 'persistentvolumeclaims' || resource === 'requests.storage';
  }
  return true;
};

const counted = ({ hard = {} }: Spec): readonly string[] =>
  Object.keys(hard)
    .sort()
    .filter((name) => QUOTA_RESOURCES.has(name) || isQuotaHugePages(name));

const conflicts = (scopes: readonly string[]): number =>
  OPPOSITES.filter((pair) => pair.every((scope) => scopes.includes(scope))).length;

const validateScopes = (spec: Spec, field: string): FieldCause[] => {
  const scopes = spec.scopes ?? [];
  const complain = (why: string) => invalid(field, scopes, why);
  const causes = scopes.flatMap((scope) => [
    ...(SCOPES.has(scope) ? [] : [complain('unsupported scope')]),
    ...counted(spec)
      .filter((resource) => !suits(scope, resource))
      .map(() => complain('unsupported scope applied to resource')),
  ]);
  return [...causes, ...Array.from({ length: conflicts(scopes) }, () => complain('conflicting scopes'))];
};

const validateScopeSelector = (spec: Spec, field: string): FieldCause[] => {
  const requirements = spec.scopeSelector?.matchExpressions ?? [];
  const at = `${field}.matchExpressions`;
  const printed = asStruct({
    MatchExpressions: requirements.map(({ scopeName, operator, values }) => ({
      ScopeName: scopeName,
      Operator: operator,
      Values: values ?? null,
    })),
  });
  const causes = requirements.flatMap(({ scopeName, operator, values = [] }) => {
    const own: FieldCause[] = [];
    if (!SCOPES.has(scopeName)) own.push(invalid(`${at}.scopeName`, named(scopeName), 'unsupported scope'));
    for (const resource of counted(spec)) {
      if (!suits(scopeName, resource))
        own.push(invalid(at, printed, 'unsupported scope applied to resource'));
    }
    if (ALWAYS_EXISTS.includes(scopeName) && operator !== 'Exists') {
      own.push(
        invalid(
          `${at}.operator`,
          named(operator),
          "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity",
        ),
      );
    }
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) {
        own.push(
          required(
            `${at}.values`,
            "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
          ),
        );
      }
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) {
        own.push(
          invalid(
            `${at}.values`,
            values,
            "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector",
          ),
        );
      }
    } else own.push(invalid(`${at}.operator`, named(operator), 'not a valid selector operator'));
    return own;
  });
  const clashes = conflicts(requirements.map(({ scopeName }) => scopeName));
  return [
    ...causes,
    ...Array.from({ length: clashes }, () => invalid(at, spec.scopes ?? null, 'conflicting scopes')),
  ];
};

const validateList = (list: Readonly<Record<string, string>> | undefined, field: string): FieldCause[] =>
  Object.entries(list ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, quantity]) => {
      const at = `${field}[${name}]`;
      return [...quotaResourceName(name, at), ...quantityOf(name, quantity, at)];
    });

const validateSpec = (spec: Spec): FieldCause[] => [
  ...validateList(spec.hard, 'spec.hard'),
  ...validateScopes(spec, 'spec.scopes'),
  ...validateScopeSelector(spec, 'spec.scopeSelector'),
];

const validateStatus = ({ status }: ResourceQuota): FieldCause[] => [
  ...validateList(status?.hard, 'status.hard'),
  ...validateList(status?.used, 'status.used'),
];

/**
 * A new quota.
 * @see pkg/apis/core/validation/validation.go ValidateResourceQuota
 */
export const validateQuota = (quota: ResourceQuota): FieldCause[] => [
  ...validateMetadata(quota.metadata, QUOTA_METADATA),
  ...validateSpec(quota.spec ?? {}),
  ...validateStatus(quota),
];

/** A changed quota: its scopes stay. */
export const validateQuotaUpdate = (next: ResourceQuota, current: ResourceQuota): FieldCause[] => {
  const [scopes, before] = [new Set(next.spec?.scopes), new Set(current.spec?.scopes)];
  const same = scopes.size === before.size && [...scopes].every((scope) => before.has(scope));
  return [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...validateSpec(next.spec ?? {}),
    ...(same ? [] : [invalid('spec.scopes', next.spec?.scopes ?? null, 'field is immutable')]),
  ];
};

/** What the quota controller writes. */
export const validateQuotaStatusUpdate = (next: ResourceQuota, current: ResourceQuota): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...validateStatus(next),
];

import { deepEqual } from '../../fields/equality';
import { quoted } from '../../fields/text';
import {
  asStruct,
  invalid,
  misformatted,
  notSupported,
  Printed,
  required,
} from '../../fields/validation/causes';
import { dnsSubdomain, pathSegment } from '../../fields/validation/formats';
import { validateLabelSelector } from '../../fields/validation/labels';
import {
  type MetadataRules,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import { type PolicyRule, RBAC_GROUP, type RoleBindingObject, type RoleObject } from './rbac';

const rulesFor = (kind: string): MetadataRules => ({
  namespaced: !kind.startsWith('Cluster'),
  name: pathSegment,
  prefix: pathSegment,
});

const plain = (text: string | undefined): Printed => new Printed(quoted(text ?? ''));

const validateRule = (rule: PolicyRule, namespaced: boolean, field: string): FieldCause[] => {
  const { verbs, nonResourceURLs: urls = [], apiGroups = [], resources = [], resourceNames = [] } = rule;
  const causes =
    (verbs?.length ?? 0) === 0 ? [required(`${field}.verbs`, 'verbs must contain at least one value')] : [];
  if (urls.length > 0) {
    const at = `${field}.nonResourceURLs`;
    if (namespaced) causes.push(invalid(at, urls, 'namespaced rules cannot apply to non-resource URLs'));
    if (apiGroups.length + resources.length + resourceNames.length > 0) {
      causes.push(invalid(at, urls, 'rules cannot apply to both regular resources and non-resource URLs'));
    }
    return causes;
  }
  if (apiGroups.length === 0) {
    causes.push(required(`${field}.apiGroups`, 'resource rules must supply at least one api group'));
  }
  if (resources.length === 0) {
    causes.push(required(`${field}.resources`, 'resource rules must supply at least one resource'));
  }
  return causes;
};

const AGGREGATED = 'aggregationRule.clusterRoleSelectors';

/** Which cluster roles one is put together from. */
const validateAggregation = ({ aggregationRule }: RoleObject): FieldCause[] => {
  if (aggregationRule === undefined) return [];
  const selectors = aggregationRule.clusterRoleSelectors ?? [];
  if (selectors.length === 0)
    return [required(AGGREGATED, 'at least one clusterRoleSelector required if aggregationRule is non-nil')];
  return selectors.flatMap((selector, index) => {
    const at = `${AGGREGATED}[${index}]`;
    const causes = validateLabelSelector(selector, at);
    return causes.length === 0 ? causes : [...causes, invalid(at, null, 'invalid label selector.')];
  });
};

/**
 * A role or cluster role.
 * @see pkg/apis/rbac/validation/validation.go ValidateRole, ValidateClusterRole, ValidatePolicyRule
 */
export const validateRole = (role: RoleObject): FieldCause[] => {
  const rules = rulesFor(role.kind);
  return [
    ...validateMetadata(role.metadata, rules),
    ...(role.rules ?? []).flatMap((rule, index) => validateRule(rule, rules.namespaced, `rules[${index}]`)),
    ...validateAggregation(role),
  ];
};

/** A changed role or cluster role. */
export const validateRoleUpdate = (next: RoleObject, current: RoleObject): FieldCause[] => [
  ...validateRole(next),
  ...validateMetadataUpdate(next.metadata, current.metadata),
];

type Subject = NonNullable<RoleBindingObject['subjects']>[number];

const validateSubject = (
  { kind, name, apiGroup, namespace }: Subject,
  namespaced: boolean,
  field: string,
): FieldCause[] => {
  const causes = name ? [] : [required(`${field}.name`)];
  switch (kind) {
    case 'ServiceAccount':
      if (name) causes.push(...misformatted(`${field}.name`, name, dnsSubdomain(name)));
      if (apiGroup) causes.push(notSupported(`${field}.apiGroup`, plain(apiGroup), ['']));
      if (!namespaced && !namespace) causes.push(required(`${field}.namespace`));
      return causes;
    case 'User':
    case 'Group':
      if (apiGroup !== RBAC_GROUP)
        causes.push(notSupported(`${field}.apiGroup`, plain(apiGroup), [RBAC_GROUP]));
      return causes;
    default:
      return [...causes, notSupported(`${field}.kind`, plain(kind), ['ServiceAccount', 'User', 'Group'])];
  }
};

/**
 * A binding of subjects to a role. A cluster role binding may bind only cluster roles.
 * @see pkg/apis/rbac/validation/validation.go ValidateRoleBinding, ValidateRoleBindingSubject
 */
export const validateBinding = (binding: RoleBindingObject): FieldCause[] => {
  const rules = rulesFor(binding.kind);
  const { apiGroup, kind, name } = binding.roleRef ?? {};
  const kinds = rules.namespaced ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  return [
    ...validateMetadata(binding.metadata, rules),
    ...(apiGroup === RBAC_GROUP ? [] : [notSupported('roleRef.apiGroup', plain(apiGroup), [RBAC_GROUP])]),
    ...(kinds.includes(kind) ? [] : [notSupported('roleRef.kind', plain(kind), kinds)]),
    ...(name ? misformatted('roleRef.name', name, pathSegment(name)) : [required('roleRef.name')]),
    ...(binding.subjects ?? []).flatMap((subject, index) =>
      validateSubject(subject, rules.namespaced, `subjects[${index}]`),
    ),
  ];
};

/** A changed binding: the role it binds to stays. */
export const validateBindingUpdate = (next: RoleBindingObject, current: RoleBindingObject): FieldCause[] => {
  const { apiGroup, kind, name } = next.roleRef;
  return [
    ...validateBinding(next),
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...(deepEqual(next.roleRef, current.roleRef)
      ? []
      : [
          invalid(
            'roleRef',
            asStruct({ APIGroup: apiGroup, Kind: kind, Name: name }),
            'cannot change roleRef',
          ),
        ]),
  ];
};

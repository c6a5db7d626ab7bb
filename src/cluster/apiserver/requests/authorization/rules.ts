import type { PolicyRule, RoleBindingObject, RoleObject } from '../../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../../kubernetes/kinds/resources';
import { notFound } from '../../../../kubernetes/refusals';
import type { Store } from '../../registry/store';
import type { Caller } from '../caller';

type Subject = NonNullable<RoleBindingObject['subjects']>[number];

/** Where somebody has a rule from. */
export interface Source {
  readonly binding: RoleBindingObject;
  readonly subject: Subject;
}

/** Hears of the rules that somebody has, one after another. @returns true if that is enough */
type Visitor = (rule: PolicyRule, source: Source) => boolean;

const appliesTo = (caller: Caller, { kind, name, namespace }: Subject, home: string | undefined): boolean => {
  if (kind === 'User') return name === caller.name;
  if (kind === 'Group') return caller.groups.includes(name);
  return caller.name === `system:serviceaccount:${namespace || (home ?? '')}:${name}`;
};

/** What the role allows that a binding names; undefined if there is no such role. */
export const rulesOf = (store: Store, binding: RoleBindingObject): readonly PolicyRule[] | undefined => {
  const { kind, name } = binding.roleRef;
  const role =
    kind === 'ClusterRole'
      ? store.get(resources.clusterroles, undefined, name)
      : store.get(resources.roles, binding.metadata.namespace, name);
  return role && ((role as RoleObject).rules ?? []);
};

const missingRole = ({ roleRef: { kind, name } }: RoleBindingObject): string => {
  const { group, singular } = kind === 'ClusterRole' ? resources.clusterroles : resources.roles;
  return notFound({ group, plural: singular }, name).message;
};

/**
 * Shows a visitor all rules that concern somebody: of cluster role bindings anywhere, of role bindings in the namespace.
 * @param onMissing hears of the roles that bindings name, and that there are not
 * @see k8s.io/kubernetes/pkg/registry/rbac/validation DefaultRuleResolver.VisitRulesFor
 */
export const visitRules = (
  store: Store,
  caller: Caller,
  namespace: string | undefined,
  visit: Visitor,
  onMissing?: (what: string) => void,
): void => {
  const all = [
    ...store.all(resources.clusterrolebindings),
    ...(namespace ? store.all(resources.rolebindings, namespace) : []),
  ] as readonly RoleBindingObject[];
  for (const binding of all) {
    const subject = binding.subjects?.find((each) => appliesTo(caller, each, binding.metadata.namespace));
    if (!subject) continue;
    const rules = rulesOf(store, binding);
    if (!rules) onMissing?.(missingRole(binding));
    for (const rule of rules ?? []) if (visit(rule, { binding, subject })) return;
  }
};

/** All that the caller is allowed by roles. Masters need no rule. */
export const rulesFor = (store: Store, caller: Caller, namespace: string | undefined): PolicyRule[] => {
  const rules: PolicyRule[] = [];
  visitRules(store, caller, namespace, (rule) => {
    rules.push(rule);
    return false;
  });
  return rules;
};

const printedSubject = ({ kind, name, namespace }: Subject, home: string | undefined): string =>
  kind === 'ServiceAccount' ? `${kind} "${name}/${namespace || (home ?? '')}"` : `${kind} "${name}"`;

/**
 * Where a rule comes from, as access reviews say it.
 * @see k8s.io/kubernetes/pkg/registry/rbac/validation clusterRoleBindingDescriber, roleBindingDescriber
 */
export const describeSource = ({ binding, subject }: Source): string => {
  const { kind, metadata, roleRef } = binding;
  const { name, namespace } = metadata;
  const called = kind === 'RoleBinding' ? `${name}/${namespace}` : name;
  return `${kind} "${called}" of ${roleRef.kind} "${roleRef.name}" to ${printedSubject(subject, namespace)}`;
};

import type { PolicyRule, RoleBindingObject, RoleObject } from '../../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../../kubernetes/kinds/resources';
import { forbidden } from '../../../../kubernetes/refusals';
import type { ResourceType } from '../../../../kubernetes/resourceType';
import type { Store } from '../../registry/store';
import { type Caller, MASTERS } from '../caller';

/** What somebody wants to do. */
export interface Request {
  readonly verb: string;
  readonly resource: Pick<ResourceType, 'group' | 'plural'>;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

const covers = (list: readonly string[] | undefined, wanted: string): boolean =>
  list?.some((each) => each === '*' || each === wanted) ?? false;

const allows = (rule: PolicyRule, { verb, resource, subresource, name }: Request): boolean => {
  const path = subresource ? `${resource.plural}/${subresource}` : resource.plural;
  const names = rule.resourceNames ?? [];
  return (
    covers(rule.verbs, verb) &&
    covers(rule.apiGroups, resource.group) &&
    (covers(rule.resources, path) ||
      (subresource !== undefined && covers(rule.resources, `*/${subresource}`))) &&
    (names.length === 0 || (name !== undefined && names.includes(name)))
  );
};

const concerns = (binding: RoleBindingObject, caller: Caller): boolean =>
  binding.subjects?.some((subject) => {
    if (subject.kind === 'User') return subject.name === caller.name;
    if (subject.kind === 'Group') return caller.groups.includes(subject.name);
    return caller.name === `system:serviceaccount:${subject.namespace ?? ''}:${subject.name}`;
  }) ?? false;

/** What the role allows that a binding names; undefined if there is no such role. */
export const rulesOf = (store: Store, binding: RoleBindingObject): readonly PolicyRule[] | undefined => {
  const { kind, name } = binding.roleRef;
  const role =
    kind === 'ClusterRole'
      ? store.get(resources.clusterroles, undefined, name)
      : store.get(resources.roles, binding.metadata.namespace, name);
  return role && ((role as RoleObject).rules ?? []);
};

/**
 * All that the caller is allowed: by cluster role bindings anywhere, by role bindings in their own namespace. Masters
 * need no rule.
 */
export const rulesFor = (store: Store, caller: Caller, namespace: string | undefined): PolicyRule[] => {
  const clusterWide = store.all(resources.clusterrolebindings);
  const local = namespace ? store.all(resources.rolebindings, namespace) : [];
  return ([...clusterWide, ...local] as RoleBindingObject[])
    .filter((binding) => concerns(binding, caller))
    .flatMap((binding) => rulesOf(store, binding) ?? []);
};

/** Whether role-based access control lets the caller do this. */
export const mayDo = (store: Store, caller: Caller, request: Request): boolean =>
  caller.groups.includes(MASTERS) ||
  rulesFor(store, caller, request.namespace).some((rule) => allows(rule, request));

/**
 * Whether the caller may visit a path that is no resource, such as `/healthz`. A path that ends in `*` stands for all that
 * begin so.
 * @see k8s.io/component-helpers/auth/rbac NonResourceURLMatches
 */
export const mayVisit = (store: Store, caller: Caller, verb: string, path: string): boolean =>
  caller.groups.includes(MASTERS) ||
  rulesFor(store, caller, undefined).some(
    ({ verbs, nonResourceURLs = [] }) =>
      covers(verbs, verb) &&
      nonResourceURLs.some(
        (each) => each === path || (each.endsWith('*') && path.startsWith(each.slice(0, -1))),
      ),
  );

/** @throws ApiError 403 in the API server's words if the caller may not do this. */
export const authorize = (store: Store, caller: Caller, request: Request): void => {
  if (mayDo(store, caller, request)) return;
  const { verb, resource, subresource, namespace, name } = request;
  const path = subresource ? `${resource.plural}/${subresource}` : resource.plural;
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  const what = `${verb} resource "${path}" in API group "${resource.group}" ${where}`;
  throw forbidden(resource, name ?? '', `User "${caller.name}" cannot ${what}`);
};

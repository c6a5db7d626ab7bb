import type { PolicyRule, RoleBindingObject, RoleObject } from '../../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../../kubernetes/object';
import { forbidden, notFound } from '../../../../kubernetes/refusals';
import type { ResourceType } from '../../../../kubernetes/resourceType';
import type { Store } from '../../registry/store';
import type { Caller } from '../caller';
import type { WriteCheck } from '../writeCheck';
import { lacking } from './coverage';
import { mayDo } from './rbac';
import { rulesFor, rulesOf } from './rules';

const quoted = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(' ')}]`;

/** @throws ApiError 403 in the API server's words, if the caller does not hold what a role or binding grants */
const refuseToGiveMore = (
  store: Store,
  caller: Caller,
  resource: ResourceType,
  { metadata: { namespace, name } }: KubeObject,
  granted: readonly PolicyRule[],
): void => {
  const lines = lacking(granted, rulesFor(store, caller, namespace));
  if (lines.length === 0) return;
  const who = `user ${JSON.stringify(caller.name)} (groups=${quoted(caller.groups)})`;
  const why = `${who} is attempting to grant RBAC permissions not currently held:\n${lines.join('\n')}`;
  throw forbidden(resource, name, why);
};

/** The namespace that permissions to write an object are looked for in. */
const whereabouts = ({ metadata: { namespace } }: KubeObject) =>
  namespace === undefined ? {} : { namespace };

/** The rules of the role that a binding names. @throws ApiError if there is none */
const grantedBy = (store: Store, binding: RoleBindingObject): readonly PolicyRule[] => {
  const { kind, name } = binding.roleRef;
  const rules = rulesOf(store, binding);
  if (!rules) throw notFound(kind === 'ClusterRole' ? resources.clusterroles : resources.roles, name);
  return rules;
};

/**
 * Nobody gives more rights than they hold: whoever writes a role needs to hold what it allows, or may `escalate`.
 * @see k8s.io/kubernetes/pkg/registry/rbac/validation ConfirmNoEscalation
 */
export const escalationByRoles: WriteCheck<RoleObject> = {
  kinds: [resources.roles, resources.clusterroles],
  check(store, caller, resource, role) {
    const { name } = role.metadata;
    if (mayDo(store, caller, { verb: 'escalate', resource, name, ...whereabouts(role) })) return;
    refuseToGiveMore(store, caller, resource, role, role.rules ?? []);
  },
};

/** Whoever writes a binding needs to hold what its role allows, or may `bind` it. */
export const escalationByBindings: WriteCheck<RoleBindingObject> = {
  kinds: [resources.rolebindings, resources.clusterrolebindings],
  check(store, caller, resource, binding) {
    const { kind, name } = binding.roleRef;
    const role = kind === 'ClusterRole' ? resources.clusterroles : resources.roles;
    if (mayDo(store, caller, { verb: 'bind', resource: role, name, ...whereabouts(binding) })) return;
    refuseToGiveMore(store, caller, resource, binding, grantedBy(store, binding));
  },
};

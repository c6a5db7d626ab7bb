import type { RoleBindingObject } from '../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../kubernetes/kinds/resources';
import type { ResourceType } from '../../kubernetes/resourceType';
import { fail } from '../errors';
import type { Session } from '../session';
import { defineVerb, type Verb } from '../verb';

const GROUP = 'rbac.authorization.k8s.io';

type Subject = NonNullable<RoleBindingObject['subjects']>[number];

/** The first of `admin`, `admin-0`, `admin-1`, … that no binding has. */
const freeName = (role: string, taken: ReadonlySet<string>): string => {
  let name = role;
  for (let number = 0; taken.has(name); number++) name = `${role}-${number}`;
  return name;
};

const bind = async (
  session: Session,
  resource: ResourceType<RoleBindingObject>,
  role: string,
  subjects: readonly Subject[],
): Promise<void> => {
  const namespace = resource.namespaced ? session.namespace : undefined;
  const existing = (await session.api.list({ resource, namespace })).items;
  const missing = subjects.filter(
    (subject) =>
      !existing.some(
        (binding) =>
          binding.roleRef.kind === 'ClusterRole' &&
          binding.roleRef.name === role &&
          binding.subjects?.some(({ kind, name }) => kind === subject.kind && name === subject.name),
      ),
  );
  if (missing.length === 0) return;
  const name = freeName(role, new Set(existing.map(({ metadata }) => metadata.name)));
  await session.api.create({
    apiVersion: `${GROUP}/v1`,
    kind: resource.kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: role },
    subjects: missing,
  });
};

const define = (name: string, resource: ResourceType<RoleBindingObject>, kind: 'User' | 'Group'): Verb =>
  defineVerb({
    name: `adm policy ${name}`,
    flags: {},
    async run(session, words) {
      const [role, ...names] = words;
      if (role === undefined) throw fail('you must specify a role');
      if (names.length === 0) throw fail(`you must specify at least one ${kind.toLowerCase()}`);
      await bind(
        session,
        resource,
        role,
        names.map((each) => ({ apiGroup: GROUP, kind, name: each })),
      );
      const whom = names.length === 1 ? `"${names[0]}"` : `[${names.map((each) => `"${each}"`).join(' ')}]`;
      session.print(`clusterrole.${GROUP}/${role} added: ${whom}`);
    },
  });

/** `oc adm policy add-…-to-…`: gives users and groups a cluster role, in one project or everywhere. */
export const policies: readonly Verb[] = [
  define('add-role-to-user', resources.rolebindings, 'User'),
  define('add-role-to-group', resources.rolebindings, 'Group'),
  define('add-cluster-role-to-user', resources.clusterrolebindings, 'User'),
  define('add-cluster-role-to-group', resources.clusterrolebindings, 'Group'),
];

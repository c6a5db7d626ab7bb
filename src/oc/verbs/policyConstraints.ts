import { RBAC_GROUP, type RoleBindingObject, type RoleObject } from '../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../kubernetes/kinds/resources';
import { SECURITY_GROUP } from '../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { DryRun } from '../dryRun';
import { fail, isNotFound } from '../errors';
import { list } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { defineVerb, type Verb } from '../verb';

type Subject = NonNullable<RoleBindingObject['subjects']>[number];
type Bindings = ResourceType<RoleBindingObject>;

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** A user by name; a service account may be called by the name it has as a user. */
const userNamed = (name: string): Subject => {
  const [, namespace, account] = SERVICE_ACCOUNT.exec(name) ?? [];
  return account === undefined
    ? { apiGroup: RBAC_GROUP, kind: 'User', name }
    : { kind: 'ServiceAccount', name: account, namespace };
};

const groupNamed = (name: string): Subject => ({ apiGroup: RBAC_GROUP, kind: 'Group', name });

const isSame = (a: Subject) => (b: Subject) =>
  a.kind === b.kind && a.name === b.name && (a.namespace ?? '') === (b.namespace ?? '');

/** The cluster role, and its binding, by which a constraint is given. */
const roleFor = (constraint: string): string => `system:openshift:scc:${constraint}`;

/** Only a command with `-n` gives the constraint in one project; any other gives it everywhere. */
const placeOf = (session: Session): { readonly resource: Bindings; readonly namespace?: string } =>
  session.namespaceGiven
    ? { resource: resources.rolebindings, namespace: session.namespace }
    : { resource: resources.clusterrolebindings };

const unlessMissing = async <T>(request: Promise<T>): Promise<T | undefined> => {
  try {
    return await request;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

const makeRole = async ({ api }: Session, constraint: string): Promise<void> => {
  const name = roleFor(constraint);
  if (await unlessMissing(api.get<RoleObject>({ resource: resources.clusterroles, name }))) return;
  await api.create({
    apiVersion: resources.clusterroles.apiVersion,
    kind: resources.clusterroles.kind,
    metadata: { name },
    rules: [
      {
        apiGroups: [SECURITY_GROUP],
        resourceNames: [constraint],
        resources: ['securitycontextconstraints'],
        verbs: ['use'],
      },
    ],
  });
};

/** @throws CommandError if the binding is another role's */
const checkRole = ({ metadata, roleRef }: RoleBindingObject, role: string): void => {
  if (roleRef.name !== role) {
    throw fail(`rolebinding ${metadata.name} found for role ${roleRef.name}, not ${role}`);
  }
  if (roleRef.kind === 'ClusterRole') return;
  throw fail(`rolebinding ${metadata.name} found for "${roleRef.kind}", not "ClusterRole"`);
};

const add = async (session: Session, constraint: string, subjects: readonly Subject[]): Promise<void> => {
  await makeRole(session, constraint);
  const { resource, namespace } = placeOf(session);
  const name = roleFor(constraint);
  const found = await unlessMissing(session.api.get({ resource, namespace, name }));
  if (!found) {
    await session.api.create({
      apiVersion: resource.apiVersion,
      kind: resource.kind,
      metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name },
      subjects,
    });
    return;
  }
  checkRole(found, name);
  const before = found.subjects ?? [];
  const missing = subjects.filter((subject) => !before.some(isSame(subject)));
  await session.api.update({ ...found, subjects: [...before, ...missing] });
};

const remove = async (session: Session, constraint: string, subjects: readonly Subject[]): Promise<void> => {
  const { resource, namespace } = placeOf(session);
  const name = roleFor(constraint);
  const found = await session.api.get({ resource, namespace, name });
  checkRole(found, name);
  const before = found.subjects ?? [];
  const left = before.filter((subject) => !subjects.some(isSame(subject)));
  if (left.length === before.length) {
    throw fail(`unable to find target [${subjects.map((subject) => subject.name).join(' ')}]`);
  }
  if (left.length > 0) await session.api.update({ ...found, subjects: left });
  else await session.api.delete({ resource, namespace, name });
};

const inQuotes = (names: readonly string[]): string => {
  const quoted = names.map((name) => JSON.stringify(name));
  return quoted.length === 1 ? (quoted[0] ?? '') : `[${quoted.join(' ')}]`;
};

interface Change {
  readonly done: 'added' | 'removed';
  carryOut(session: Session, constraint: string, subjects: readonly Subject[]): Promise<void>;
}

const ADD: Change = { done: 'added', carryOut: add };
const REMOVE: Change = { done: 'removed', carryOut: remove };

const carryOut = async (
  session: Session,
  { done, carryOut }: Change,
  constraint: string,
  subjects: readonly Subject[],
  how: { readonly output?: string; readonly dryRun: DryRun },
): Promise<void> => {
  if (how.dryRun !== 'client') await carryOut(session, constraint, subjects);
  const object = {
    apiVersion: resources.clusterroles.apiVersion,
    kind: 'ClusterRole',
    metadata: { name: roleFor(constraint) },
  } as KubeObject;
  const whom = inQuotes(subjects.map(({ name }) => name));
  report(session, { resource: resources.clusterroles, object }, `${done}: ${whom}`, how);
};

const forUsers = (name: string, change: Change): Verb =>
  defineVerb({
    name: `adm policy ${name}`,
    flags: { serviceaccount: list('z'), ...changeFlags },
    async run(session, words, { serviceaccount, ...how }) {
      const [constraint, ...users] = words;
      if (constraint === undefined) throw fail('you must specify a scc');
      const subjects = [
        ...users.map(userNamed),
        ...serviceaccount.map((account) => ({
          kind: 'ServiceAccount',
          name: account,
          namespace: session.namespace,
        })),
      ];
      if (subjects.length === 0) throw fail('you must specify at least one user or service account');
      await carryOut(session, change, constraint, subjects, how);
    },
  });

const forGroups = (name: string, change: Change): Verb =>
  defineVerb({
    name: `adm policy ${name}`,
    flags: changeFlags,
    async run(session, words, how) {
      const [constraint, ...groups] = words;
      if (constraint === undefined || groups.length === 0) {
        throw fail('you must specify at least two arguments: <scc> <group> [group]...');
      }
      await carryOut(session, change, constraint, groups.map(groupNamed), how);
    },
  });

/**
 * `oc adm policy add-scc-to-user`, `remove-scc-from-user` and the same for groups: who may use a security context
 * constraint, by a binding that is named after it.
 * @see github.com/openshift/oc/pkg/cli/admin/policy SCCModificationOptions
 */
export const constraintPolicies: readonly Verb[] = [
  forUsers('add-scc-to-user', ADD),
  forUsers('remove-scc-from-user', REMOVE),
  forGroups('add-scc-to-group', ADD),
  forGroups('remove-scc-from-group', REMOVE),
];

import { RBAC_GROUP, type RoleBindingObject, type RoleObject } from '../kubernetes/kinds/rbac/rbac';
import { resources } from '../kubernetes/kinds/resources';
import { SECURITY_GROUP } from '../kubernetes/kinds/securitycontextconstraints/constraints';
import type { ResourceType } from '../kubernetes/resourceType';
import { fail, isNotFound } from './errors';
import type { Session } from './session';

/** Somebody who may be given a role. */
export type Subject = NonNullable<RoleBindingObject['subjects']>[number];
type Bindings = ResourceType<RoleBindingObject>;

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** A user by name; a service account may be called by the name it has as a user. */
export const userNamed = (name: string): Subject => {
  const [, namespace, account] = SERVICE_ACCOUNT.exec(name) ?? [];
  return account === undefined
    ? { apiGroup: RBAC_GROUP, kind: 'User', name }
    : { kind: 'ServiceAccount', name: account, namespace };
};

/** A group by name. */
export const groupNamed = (name: string): Subject => ({ apiGroup: RBAC_GROUP, kind: 'Group', name });

const isSame = (a: Subject) => (b: Subject) =>
  a.kind === b.kind && a.name === b.name && (a.namespace ?? '') === (b.namespace ?? '');

/** The cluster role, and its binding, by which a constraint is given. */
export const roleFor = (constraint: string): string => `system:openshift:scc:${constraint}`;

/**
 * Only a command with `-n` gives the constraint in one project, and only to users and service accounts; any other gives
 * it everywhere.
 */
const placeOf = (
  session: Session,
  subjects: readonly Subject[],
): { readonly resource: Bindings; readonly namespace?: string } =>
  session.namespaceGiven && !subjects.some(({ kind }) => kind === 'Group')
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

/** Lets subjects use a constraint. @throws CommandError, ApiError */
export const addSubjects = async (
  session: Session,
  constraint: string,
  subjects: readonly Subject[],
): Promise<void> => {
  await makeRole(session, constraint);
  const { resource, namespace } = placeOf(session, subjects);
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

/** Lets subjects use a constraint no longer: the binding goes with the last. @throws CommandError, ApiError */
export const removeSubjects = async (
  session: Session,
  constraint: string,
  subjects: readonly Subject[],
): Promise<void> => {
  const { resource, namespace } = placeOf(session, subjects);
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

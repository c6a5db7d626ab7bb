import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import { ApiError, alreadyExists } from '../../kubernetes/refusals';
import { CommandError, isNotFound, usageError } from '../errors';
import { text } from '../flags';
import type { Session } from '../session';
import { defineVerb } from '../verb';

/** Who an administrator without a name is. */
const ADMINISTRATOR = 'system:admin';
const PROJECTS = { group: 'project.openshift.io', plural: 'projects', kind: 'Project' };

interface Wishes {
  readonly displayName?: string;
  readonly description?: string;
  readonly nodeSelector?: string;
}

const serverOf = (session: Session): string => session.shell.cluster.name;

const namespaceOf = (name: string, requester: string | undefined, wishes: Wishes): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name,
    annotations: {
      'openshift.io/description': wishes.description ?? '',
      'openshift.io/display-name': wishes.displayName ?? '',
      ...(requester === undefined ? {} : { 'openshift.io/requester': requester }),
      ...(wishes.nodeSelector === undefined ? {} : { 'openshift.io/node-selector': wishes.nodeSelector }),
    },
  },
});

const bindingOf = (namespace: string, user: string): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'admin', namespace },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
});

const createAs = async (create: () => Promise<unknown>, name: string): Promise<void> => {
  try {
    await create();
  } catch (error) {
    const exists = error instanceof ApiError && error.reason === 'AlreadyExists';
    throw exists ? alreadyExists(PROJECTS, name) : error;
  }
};

/**
 * `oc new-project`: a namespace with its requester as administrator. OpenShift's own server makes both on
 * behalf of whoever asks, so nobody needs the right to create namespaces.
 */
export const newProject = defineVerb({
  name: 'new-project',
  flags: { displayName: text(), description: text() },
  async run(session, words, wishes) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0)
      throw usageError('new-project', 'must have exactly one argument');
    const requester = session.user?.name ?? ADMINISTRATOR;
    const server = session.shell.cluster.api;
    await createAs(() => server.create(namespaceOf(name, requester, wishes)), name);
    await server.create(bindingOf(name, requester));
    session.shell.namespace = name;
    session.print(`Now using project "${name}" on server "${serverOf(session)}".`);
  },
});

/** `oc adm new-project`: a namespace, made by a cluster administrator, perhaps with a node selector. */
export const admNewProject = defineVerb({
  name: 'adm new-project',
  flags: { displayName: text(), description: text(), nodeSelector: text(), admin: text() },
  async run(session, words, { admin, ...wishes }) {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) {
      throw usageError('adm new-project', 'must have exactly one argument');
    }
    await createAs(() => session.api.create(namespaceOf(name, undefined, wishes)), name);
    if (admin !== undefined) await session.api.create(bindingOf(name, admin));
    session.print(`Created project ${name}`);
  },
});

/** `oc project [NAME]`: says or changes which project commands are about. */
export const project = defineVerb({
  name: 'project',
  flags: {},
  async run(session, [name]) {
    const server = serverOf(session);
    if (name === undefined) {
      session.print(`Using project "${session.namespace}" on server "${server}".`);
      return;
    }
    try {
      await session.api.get({ resource: resources.namespaces, name });
    } catch (error) {
      if (!isNotFound(error)) throw error;
      throw new CommandError(`error: A project named "${name}" does not exist on "${server}".`);
    }
    const already = session.shell.namespace === name;
    session.shell.namespace = name;
    session.print(`${already ? 'Already on' : 'Now using'} project "${name}" on server "${server}".`);
  },
});

/** `oc whoami`: the name of whoever gives the command. */
export const whoami = defineVerb({
  name: 'whoami',
  reads: true,
  flags: {},
  async run(session) {
    session.print(session.user?.name ?? ADMINISTRATOR);
  },
});

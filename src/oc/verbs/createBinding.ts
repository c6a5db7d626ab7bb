import { RBAC_GROUP, type RoleBindingObject } from '../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import { fail, usageError } from '../errors';
import { list, text } from '../flags';
import { changeFlags, report } from '../output';
import { defineVerb, type Verb } from '../verb';

type Subjects = NonNullable<RoleBindingObject['subjects']>;

interface Whom {
  readonly user: readonly string[];
  readonly group: readonly string[];
  readonly serviceaccount: readonly string[];
}

const serviceAccount = (text: string): Subjects[number] => {
  const [namespace = '', name = '', ...more] = text.split(':');
  if (!namespace || !name || more.length > 0) throw fail('serviceaccount must be <namespace>:<name>');
  return { kind: 'ServiceAccount', name, namespace };
};

const subjectsOf = ({ user, group, serviceaccount }: Whom): Subjects => [
  ...user.map((name) => ({ apiGroup: RBAC_GROUP, kind: 'User', name })),
  ...group.map((name) => ({ apiGroup: RBAC_GROUP, kind: 'Group', name })),
  ...serviceaccount.map(serviceAccount),
];

/** kubectl says in words of its own that a binding could not be made. */
const whileCreating = (error: unknown, what: string): unknown =>
  error instanceof ApiError ? fail(`failed to create ${what}: ${error.message}`) : error;

const define = (resource: ResourceType<RoleBindingObject>): Verb =>
  defineVerb({
    name: `create ${resource.singular}`,
    flags: {
      clusterrole: text(),
      role: text(),
      user: list(),
      group: list(),
      serviceaccount: list(),
      ...changeFlags,
    },
    async run(session, words, { clusterrole, role, output, dryRun, ...whom }) {
      const [name, ...more] = words;
      if (name === undefined || more.length > 0) {
        throw usageError(`create ${resource.singular}`, `exactly one NAME is required, got ${words.length}`);
      }
      if (role && !resource.namespaced) throw fail('unknown flag: --role');
      if (Boolean(clusterrole) === Boolean(role)) {
        throw fail(
          resource.namespaced
            ? 'exactly one of clusterrole or role must be specified'
            : 'clusterrole must be specified',
        );
      }
      const subjects = subjectsOf(whom);
      const manifest: Manifest = {
        apiVersion: resource.apiVersion,
        kind: resource.kind,
        metadata: { name, ...(resource.namespaced ? { namespace: session.namespace } : {}) },
        roleRef: {
          apiGroup: RBAC_GROUP,
          kind: clusterrole ? 'ClusterRole' : 'Role',
          name: clusterrole || role,
        },
        ...(subjects.length === 0 ? {} : { subjects }),
      };
      try {
        const object = dryRun ? (manifest as KubeObject) : await session.api.create(manifest);
        report(session, { resource, object }, 'created', { output, dryRun });
      } catch (error) {
        throw whileCreating(error, resource.singular);
      }
    },
  });

/**
 * `create rolebinding NAME` and `create clusterrolebinding NAME`: give somebody a role.
 * @see k8s.io/kubectl/pkg/cmd/create RoleBindingOptions.Run
 */
export const createBindings: readonly Verb[] = [
  define(resources.rolebindings),
  define(resources.clusterrolebindings),
];

import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import {
  addSubjects,
  groupNamed,
  removeSubjects,
  roleFor,
  type Subject,
  userNamed,
} from '../constraintBindings';
import { fail } from '../errors';
import { list } from '../flags';
import { changeFlags, report } from '../output';
import type { Session } from '../session';
import { defineVerb, type Verb } from '../verb';

const inQuotes = (names: readonly string[]): string => {
  const quoted = names.map((name) => JSON.stringify(name));
  return quoted.length === 1 ? (quoted[0] ?? '') : `[${quoted.join(' ')}]`;
};

interface Change {
  readonly done: 'added' | 'removed';
  carryOut(session: Session, constraint: string, subjects: readonly Subject[]): Promise<void>;
}

const ADD: Change = { done: 'added', carryOut: addSubjects };
const REMOVE: Change = { done: 'removed', carryOut: removeSubjects };

const carryOut = async (
  session: Session,
  { done, carryOut }: Change,
  constraint: string,
  subjects: readonly Subject[],
  how: { readonly output?: string; readonly dryRun: boolean },
): Promise<void> => {
  if (!how.dryRun) await carryOut(session, constraint, subjects);
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

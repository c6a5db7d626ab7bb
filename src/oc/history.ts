import { deepEqual } from '../kubernetes/fields/equality';
import { controllerOf } from '../kubernetes/fields/meta';
import { formatSelector } from '../kubernetes/fields/selectorText';
import type { ControllerRevision } from '../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import type { PodTemplateSpec } from '../kubernetes/kinds/pod/pod';
import { resources } from '../kubernetes/kinds/resources';
import { fail } from './errors';
import type { Session } from './session';
import type { Target } from './targets';

const KINDS_WITHOUT = {
  history: 'no history viewer has been implemented for',
  status: 'no status viewer has been implemented for',
  undo: 'no rollbacker has been implemented for',
  restart: 'restarting is not supported',
};

/** Refuses a rollout command that names nothing. @throws CommandError */
export const needResource = (words: readonly string[], filename: readonly string[]): void => {
  if (words.length === 0 && filename.length === 0) throw fail('required resource not specified');
};

/** The daemon set a rollout command is about. @throws CommandError if it is another kind of object. */
export const daemonSetIn = ({ resource, object }: Target, use: keyof typeof KINDS_WITHOUT): DaemonSet => {
  if (resource === resources.daemonsets) return object as DaemonSet;
  if (use === 'restart') {
    throw fail(`${resource.plural} "${object.metadata.name}" ${KINDS_WITHOUT.restart}`);
  }
  const kind = resource.group === '' ? resource.kind : `${resource.kind}.${resource.group}`;
  throw fail(`${KINDS_WITHOUT[use]} ${use === 'status' ? kind : `"${kind}"`}`);
};

/** The revisions of a daemon set, oldest first. */
export const revisionsOf = async (
  session: Session,
  set: DaemonSet,
): Promise<readonly ControllerRevision[]> => {
  const revisions = await session.api.list<ControllerRevision>({
    resource: resources.controllerrevisions,
    namespace: set.metadata.namespace,
    labelSelector: formatSelector(set.spec.selector),
  });
  return revisions.items
    .filter((revision) => controllerOf(revision)?.uid === set.metadata.uid)
    .sort((a, b) => a.revision - b.revision);
};

/** The pod template that a revision holds. */
export const templateOf = (revision: ControllerRevision): PodTemplateSpec => {
  const data = revision.data as {
    readonly spec: { readonly template: PodTemplateSpec & { $patch?: string } };
  };
  const { $patch: _, ...template } = data.spec.template;
  return template;
};

/** True if a daemon set has the template of this revision already. */
export const hasTemplateOf = (set: DaemonSet, revision: ControllerRevision): boolean =>
  deepEqual(templateOf(revision), set.spec.template);

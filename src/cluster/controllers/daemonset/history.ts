import { deepEqual } from '../../../kubernetes/fields/equality';
import { withKeysInOrder } from '../../../kubernetes/fields/keyOrder';
import { newControllerRef } from '../../../kubernetes/fields/meta';
import { SAFE_ALPHABET } from '../../../kubernetes/fields/safeAlphabet';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { REVISION_HASH, revisionHashOf } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import type { PodTemplateSpec } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { Client } from '../../component/client';

/** The revisions of a set: the one of its current template, and the others by number. */
export interface History {
  readonly current: ControllerRevision;
  readonly old: readonly ControllerRevision[];
}

/** JSON with sorted keys, so that the same template always reads the same. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return String(part);
    return typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });

/**
 * A short name for a template: 32 bits of FNV-1a, written without vowels.
 * @param collisions how many other templates turned out to have the same hash
 */
export const hashTemplate = (template: PodTemplateSpec, collisions: number): string => {
  let hash = 0x811c9dc5;
  const text = canonical(template) + (collisions > 0 ? String(collisions) : '');
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return [...String(hash >>> 0)]
    .map((digit) => SAFE_ALPHABET[digit.charCodeAt(0) % SAFE_ALPHABET.length])
    .join('');
};

/** What a revision remembers: a patch that puts the template back. */
const dataOf = (template: PodTemplateSpec): unknown => ({
  spec: { template: { ...template, $patch: 'replace' } },
});

const remembers = (revision: ControllerRevision, data: unknown): boolean => deepEqual(revision.data, data);

const byNumber = (a: ControllerRevision, b: ControllerRevision): number =>
  a.revision - b.revision || (a.metadata.name < b.metadata.name ? -1 : 1);

const createRevision = (
  client: Client,
  set: DaemonSet,
  data: unknown,
  number: number,
): ControllerRevision => {
  const hash = hashTemplate(set.spec.template, set.status.collisionCount ?? 0);
  const { namespace, name, annotations } = set.metadata;
  const revision = {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: `${name}-${hash}`,
      namespace: namespace ?? '',
      labels: { ...(set.spec.template.metadata?.labels as StringMap | undefined), [REVISION_HASH]: hash },
      ...(annotations ? { annotations } : {}),
      ownerReferences: [newControllerRef(set)],
    },
    data: withKeysInOrder(data),
    revision: number,
  };
  try {
    return client.create<ControllerRevision>(revision);
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== 'AlreadyExists') throw error;
    const existing = client.get<ControllerRevision>(
      resources.controllerrevisions,
      namespace,
      revision.metadata.name,
    );
    if (remembers(existing, data)) return existing;
    countCollision(client, set);
    throw error;
  }
};

/** Another template has the same hash: the next try uses another one. Whoever knows of an old count counts nothing. */
const countCollision = (client: Client, set: DaemonSet): void => {
  const known = set.status.collisionCount;
  client.amendStatus(set, resources.daemonsets, ({ status }) =>
    status.collisionCount === known ? { ...status, collisionCount: (known ?? 0) + 1 } : undefined,
  );
};

/** A revision without a hash, adopted from who knows where, goes by its name. */
const withHash = (client: Client, revision: ControllerRevision): ControllerRevision => {
  if (revisionHashOf(revision) !== undefined) return revision;
  const { name, labels } = revision.metadata;
  return client.update({
    ...revision,
    metadata: { ...revision.metadata, labels: { ...labels, [REVISION_HASH]: name } },
  });
};

/**
 * Finds the revision of the set's current template, or makes it. Its number is always the highest: a template that
 * comes back gets a new number.
 * @param found all revisions that belong to the set
 * @param relabel called before duplicates of the current revision are deleted: from then on all pods of the set carry
 * the hash of the one that is kept, those of other templates too
 * @see k8s.io/kubernetes/pkg/controller/daemon constructHistory
 */
export const historyOf = (
  client: Client,
  set: DaemonSet,
  found: readonly ControllerRevision[],
  relabel: (hash: string) => void,
): History => {
  const data = dataOf(set.spec.template);
  const revisions = found.map((each) => withHash(client, each));
  const current = revisions.filter((each) => remembers(each, data)).sort(byNumber);
  const old = revisions.filter((each) => !remembers(each, data)).sort(byNumber);
  const number = (old.at(-1)?.revision ?? 0) + 1;
  const kept = current.pop();
  if (kept && current.length > 0) relabel(revisionHashOf(kept) ?? '');
  for (const duplicate of current) client.delete(resources.controllerrevisions, duplicate);
  if (!kept) return { current: createRevision(client, set, data, number), old };
  if (kept.revision >= number) return { current: kept, old };
  return { current: client.update({ ...kept, revision: number }), old };
};

/**
 * Which old revisions to forget: the lowest ones beyond the limit, but none that a pod still runs.
 * @see k8s.io/kubernetes/pkg/controller/daemon cleanupHistory
 */
export const outdated = (
  old: readonly ControllerRevision[],
  limit: number,
  isLive: (hash: string) => boolean,
): ControllerRevision[] => {
  const forgettable = old.filter((each) => !isLive(revisionHashOf(each) ?? ''));
  return forgettable.slice(0, Math.max(0, old.length - limit));
};

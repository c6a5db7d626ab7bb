import { copyMetadata } from '../../../kubernetes/fields/copies';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { KubeObject, ObjectMeta } from '../../../kubernetes/object';

/** What only the server knows about a new object. */
export interface Identity {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly uid: string;
  /** Undefined for kinds that do not count generations. */
  readonly generation: number | undefined;
  /** Model time in ms. */
  readonly now: number;
}

/**
 * The metadata of a new object: what was sent, as far as senders may set it, and what only the server knows. Its
 * revision comes with storing. Every object's metadata has all fields in the same order, those that say nothing
 * undefined: engines read and copy objects of one shape much faster.
 */
export const newMetadata = (
  { generateName, labels, annotations, ownerReferences, finalizers }: Partial<ObjectMeta>,
  { name, namespace, uid, generation, now }: Identity,
): ObjectMeta => ({
  name,
  generateName: generateName || undefined,
  namespace,
  uid,
  resourceVersion: '',
  generation,
  creationTimestamp: toTimestamp(now),
  deletionTimestamp: undefined,
  deletionGracePeriodSeconds: undefined,
  labels,
  annotations,
  ownerReferences,
  finalizers,
});

/** Metadata that only the server sets, whatever a write sends. */
const SERVER_SIDE = [
  'creationTimestamp',
  'resourceVersion',
  'generation',
  'generateName',
] as const satisfies readonly (keyof ObjectMeta)[];

/** Metadata that a write may leave out. Validation refuses another value. */
const IMPLIED = [
  'uid',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
] as const satisfies readonly (keyof ObjectMeta)[];

const KEPT = [...SERVER_SIDE, ...IMPLIED];

/**
 * Puts back the metadata that a write cannot change, or leaves out.
 * @see k8s.io/apiserver/pkg/registry/rest BeforeUpdate
 */
export const keepIdentity = <T extends KubeObject>(next: T, current: T): T => {
  const { metadata: sent } = next;
  const kept = current.metadata;
  const isKept = (field: keyof ObjectMeta): boolean => sent[field] === kept[field];
  if (sent === kept || KEPT.every(isKept)) return next;
  const metadata: Record<string, unknown> = copyMetadata(sent);
  for (const field of SERVER_SIDE) metadata[field] = kept[field];
  for (const field of IMPLIED) metadata[field] = sent[field] ?? kept[field];
  return { ...next, metadata };
};

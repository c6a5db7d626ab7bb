import { copyMetadata } from '../../../kubernetes/fields/copies';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { notSupported } from '../../../kubernetes/fields/validation/causes';
import { mayHaveDependents, orphansByDefault } from '../../../kubernetes/kinds/dependents';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject, ObjectMeta } from '../../../kubernetes/object';
import { invalid } from '../../../kubernetes/refusals';
import type { Preconditions } from './preconditions';

/** Blocks the owner's removal until its dependents are gone. */
export const FOREGROUND = 'foregroundDeletion';
/** Blocks the owner's removal until its dependents no longer name it. */
export const ORPHAN = 'orphan';

export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

export interface DeleteOptions {
  readonly propagationPolicy?: PropagationPolicy;
  readonly gracePeriodSeconds?: number;
  readonly preconditions?: Preconditions;
  readonly dryRun?: boolean;
}

const POLICIES = ['Foreground', 'Background', 'Orphan'] as const satisfies readonly PropagationPolicy[];

/**
 * Refuses a policy that there is not, which callers without types may send.
 * @throws ApiError 422
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidateDeleteOptions
 */
export const checkDeleteOptions = ({ propagationPolicy }: DeleteOptions): void => {
  if (propagationPolicy === undefined || POLICIES.includes(propagationPolicy)) return;
  throw invalid({ group: 'meta.k8s.io', plural: '', kind: 'DeleteOptions' }, '', [
    notSupported('propagationPolicy', propagationPolicy, [...POLICIES, 'nil']),
  ]);
};

/** @see k8s.io/apiserver/pkg/registry/generic/registry shouldOrphanDependents */
const policyFor = (
  kind: Kind,
  { finalizers = [] }: ObjectMeta,
  asked: PropagationPolicy | undefined,
): PropagationPolicy | undefined => {
  if (asked !== undefined) return mayHaveDependents(kind) ? asked : undefined;
  if (!orphansByDefault(kind) || finalizers.includes(FOREGROUND)) return undefined;
  return 'Orphan';
};

const withFinalizer = (meta: ObjectMeta, policy: PropagationPolicy | undefined): ObjectMeta => {
  if (policy === undefined) return meta;
  const kept = (meta.finalizers ?? []).filter((each) => each !== FOREGROUND && each !== ORPHAN);
  const added = policy === 'Foreground' ? [FOREGROUND] : policy === 'Orphan' ? [ORPHAN] : [];
  if (kept.length === (meta.finalizers ?? []).length && added.length === 0) return meta;
  return { ...meta, finalizers: [...kept, ...added] };
};

const leaving = (meta: ObjectMeta, grace: number, now: number): ObjectMeta => {
  const metadata = copyMetadata(meta);
  if (meta.generation !== undefined) metadata.generation = meta.generation + 1;
  metadata.deletionTimestamp = toTimestamp(now + grace * 1000);
  metadata.deletionGracePeriodSeconds = grace;
  return metadata;
};

/**
 * What becomes of an object that somebody deletes. Its kind says how long it may take; one that is leaving already can
 * only be hurried.
 * @returns the object marked as terminating, or undefined if it can be removed at once. The same object means
 * that it is terminating already and nothing changes.
 * @param now model time in ms
 */
export const markDeleted = <T extends KubeObject>(
  kind: Kind<T>,
  object: T,
  options: DeleteOptions,
  now: number,
): T | undefined => {
  const meta = withFinalizer(object.metadata, policyFor(kind, object.metadata, options.propagationPolicy));
  const grace = kind.gracePeriod(object, options.gracePeriodSeconds);
  const held = kind.isHeld(object);
  const blocked = held || (meta.finalizers?.length ?? 0) > 0;
  if (grace === 0 && !blocked) return undefined;
  if (isTerminating(object)) {
    if (held) return object;
    const left = object.metadata.deletionGracePeriodSeconds ?? 0;
    if (grace >= left) return meta === object.metadata ? object : { ...object, metadata: meta };
    const asked = Date.parse(object.metadata.deletionTimestamp ?? '') - left * 1000;
    const deadline = new Date(asked + grace * 1000).toISOString();
    return {
      ...object,
      metadata: {
        ...meta,
        deletionTimestamp: `${deadline.slice(0, 19)}Z`,
        deletionGracePeriodSeconds: grace,
      },
    };
  }
  return kind.whenTerminating({ ...object, metadata: leaving(meta, grace, now) });
};

/**
 * What is answered to a deletion of an object that goes at once, or to one that is but tried. Kinds that take their time
 * are marked, even if they need none.
 * @see k8s.io/apiserver/pkg/registry/rest BeforeDelete
 */
export const asDeleted = <T extends KubeObject>(
  kind: Kind<T>,
  object: T,
  options: DeleteOptions,
  now: number,
): T => {
  const marked = markDeleted(kind, object, options, now);
  if (marked || !kind.isGraceful || isTerminating(object)) return marked ?? object;
  return { ...object, metadata: leaving(object.metadata, 0, now) };
};

/** A terminating object that nothing holds back any more. */
export const isReadyToGo = <T extends KubeObject>(kind: Kind<T>, object: T): boolean =>
  isTerminating(object) &&
  !kind.isHeld(object) &&
  (object.metadata.finalizers?.length ?? 0) === 0 &&
  (object.metadata.deletionGracePeriodSeconds ?? 0) === 0;

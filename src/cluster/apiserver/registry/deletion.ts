import { copyMetadata } from '../../../kubernetes/fields/copies';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { notSupported } from '../../../kubernetes/fields/validation/causes';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isTerminal } from '../../../kubernetes/kinds/pod/state';
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

const withFinalizer = (meta: ObjectMeta, policy: PropagationPolicy | undefined): ObjectMeta => {
  if (policy === undefined) return meta;
  const kept = (meta.finalizers ?? []).filter((each) => each !== FOREGROUND && each !== ORPHAN);
  const added = policy === 'Foreground' ? [FOREGROUND] : policy === 'Orphan' ? [ORPHAN] : [];
  if (kept.length === (meta.finalizers ?? []).length && added.length === 0) return meta;
  return { ...meta, finalizers: [...kept, ...added] };
};

/**
 * How long a pod may take to leave: what was asked, else what its spec says. A pod that no node runs, or that
 * has ended, leaves at once; a pod that is leaving can only be hurried. A negative period counts as one second.
 * @see k8s.io/kubernetes/pkg/registry/core/pod podStrategy.CheckGracefulDelete
 */
const graceOf = (object: KubeObject, asked: number | undefined): number => {
  if (object.kind !== 'Pod') return 0;
  const pod = object as Pod;
  if (!pod.spec.nodeName || isTerminal(pod)) return 0;
  const wanted = asked ?? pod.spec.terminationGracePeriodSeconds ?? 30;
  return wanted < 0 ? 1 : wanted;
};

/**
 * What becomes of an object that somebody deletes.
 * @returns the object marked as terminating, or undefined if it can be removed at once. The same object means
 * that it is terminating already and nothing changes.
 * @param now model time in ms
 */
export const markDeleted = (
  object: KubeObject,
  options: DeleteOptions,
  now: number,
): KubeObject | undefined => {
  const meta = withFinalizer(object.metadata, options.propagationPolicy);
  const grace = graceOf(object, options.gracePeriodSeconds);
  const blocked = (meta.finalizers?.length ?? 0) > 0;
  if (grace === 0 && !blocked) return undefined;
  if (isTerminating(object)) {
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
  const metadata = copyMetadata(meta);
  if (meta.generation !== undefined) metadata.generation = meta.generation + 1;
  metadata.deletionTimestamp = toTimestamp(now + grace * 1000);
  metadata.deletionGracePeriodSeconds = grace;
  return { ...object, metadata };
};

/** A terminating object that nothing holds back any more. */
export const isReadyToGo = (object: KubeObject): boolean =>
  isTerminating(object) &&
  (object.metadata.finalizers?.length ?? 0) === 0 &&
  (object.metadata.deletionGracePeriodSeconds ?? 0) === 0;

import type { Pod, PodSpec } from '../../../kubernetes/objects';
import type { Settings } from '../../settings';
import type { Random } from '../../simulation/random';
import type { Store } from '../store';

/** What admission steps may look at besides the object. */
export interface AdmissionContext {
  readonly store: Store;
  readonly settings: Settings;
  readonly random: Random;
  /** Token volumes by the containers they are mounted into. */
  readonly tokens: WeakMap<object, Partial<PodSpec>>;
}

/** A new pod on its way into the store. */
export interface PodAdmission extends AdmissionContext {
  readonly pod: Pod;
  /** The name refusals may speak of: empty until a generated name is final. */
  readonly name: string;
}

/** One admission step: says which fields of the spec it sets, if any, or refuses by throwing an ApiError. */
export type PodAdmissionStep = (admission: PodAdmission) => Partial<PodSpec> | undefined;

/**
 * What refusals call a pod: its name or, while that is not final, what it will begin with.
 * @see k8s.io/apiserver/pkg/admission extractResourceName
 */
export const calledNow = ({ name, pod }: PodAdmission): string =>
  name || pod.metadata.generateName || 'Unknown';

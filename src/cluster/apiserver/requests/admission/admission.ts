import type { Draft } from '../../../../kubernetes/fields/copies';
import type { Pod, PodSpec } from '../../../../kubernetes/kinds/pod/pod';
import type { Settings } from '../../../settings';
import type { Random } from '../../../simulation/random';
import type { Store } from '../../registry/store';

/** The parts of a spec that a token is mounted into, before and after. */
export interface TokenMount {
  readonly volumes: PodSpec['volumes'];
  readonly initContainers: PodSpec['initContainers'];
  readonly mounted: Pick<PodSpec, 'containers' | 'volumes' | 'initContainers'>;
}

/** What admission steps may look at besides the object. */
export interface AdmissionContext {
  readonly store: Store;
  readonly settings: Settings;
  readonly random: Random;
  /** Model time in ms. */
  readonly now: () => number;
  /** Mounted token volumes by the containers they were mounted into. */
  readonly tokens: WeakMap<object, TokenMount>;
}

/** A new pod on its way into the store. */
export interface PodAdmission {
  readonly pod: Pod;
  /** The name refusals may speak of: empty until a generated name is final. */
  readonly name: string;
  readonly context: AdmissionContext;
}

/**
 * One admission step: completes the spec of a pod that nobody else has seen yet, or refuses it by throwing an
 * ApiError.
 */
export type PodAdmissionStep = (spec: Draft<PodSpec>, admission: PodAdmission) => void;

/**
 * What refusals call a pod: its name or, while that is not final, what it will begin with.
 * @see k8s.io/apiserver/pkg/admission extractResourceName
 */
export const calledNow = ({ name, pod }: PodAdmission): string =>
  name || pod.metadata.generateName || 'Unknown';

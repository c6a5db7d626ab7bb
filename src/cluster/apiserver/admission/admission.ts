import type { KubeObject, Manifest } from '../../../kubernetes/objects';
import type { ResourceType } from '../../../kubernetes/resources';
import type { Settings } from '../../settings';
import type { Random } from '../../simulation/random';
import type { Store } from '../store';

/** A new object on its way into the store. */
export interface Admission<T extends KubeObject = KubeObject> {
  readonly resource: ResourceType;
  readonly object: T;
  readonly store: Store;
  readonly settings: Settings;
  readonly random: Random;
  /** The name refusals may speak of: empty until a generated name is final. */
  readonly name: string;
}

/** One admission step: returns the object, changed or not, or refuses by throwing an ApiError. */
export type AdmissionStep<T extends KubeObject = KubeObject> = (admission: Admission<T>) => T;

export type { Manifest };

import type { KubeObject } from '../../../kubernetes/object';
import type { Subresource } from '../../../port/api';
import type { Asking } from '../requests/caller';

/** How an object is changed. */
export interface ChangeOptions<T extends KubeObject> extends Asking {
  /** What is written: everything but the status, or the status alone. */
  readonly subresource?: Subresource | undefined;
  /** Checks what is about to be stored, by throwing an ApiError. */
  readonly validate?: (next: T, current: T) => void;
}

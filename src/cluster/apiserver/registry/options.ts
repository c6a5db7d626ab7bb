import type { KubeObject } from '../../../kubernetes/object';
import type { Subresource } from '../../../port/api';
import type { PluginFactory } from '../admission/plugin';
import type { Asking } from '../requests/caller';

/** How a cluster's objects are kept. */
export interface RegistryOptions {
  /** Who sets which fields is noted from an object's creation on, not only once something is applied to it. */
  readonly managedFields?: boolean | undefined;
  readonly admission?: readonly PluginFactory[];
  /** That the first write comes after. Default 0. */
  readonly revision?: number;
}

/** How an object is changed. */
export interface ChangeOptions<T extends KubeObject> extends Asking {
  /** What is written: everything but the status, or the status alone. */
  readonly subresource?: Subresource | undefined;
  /** Checks what is about to be stored, by throwing an ApiError. */
  readonly validate?: (next: T, current: T) => void;
}

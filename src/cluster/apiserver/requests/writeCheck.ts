import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Store } from '../registry/store';
import type { Caller } from './caller';

/** What somebody may write of some kinds, though they may write them: looked at before the object is validated. */
export interface WriteCheck<T extends KubeObject = KubeObject> {
  /** The kinds it is about. */
  readonly kinds: readonly ResourceType[];
  /** @throws ApiError */
  check(store: Store, caller: Caller, resource: ResourceType, object: T): void;
}

import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';

/** What a watch has told of one object, as the server has it. */
export interface Heard {
  readonly resource: ResourceType;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** For DELETED the object as it was last; its version is that of its end, unless the end itself was missed. */
  readonly object: KubeObject;
  /** What was known of the same object before. */
  readonly before?: KubeObject | undefined;
}

import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

/** Something that a component did or found, about one object. Events that are alike are counted in one. */
export interface Event extends KubeObject {
  readonly involvedObject: Immutable<core.ObjectReference>;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly source: { readonly component?: string; readonly host?: string };
  readonly count: number;
  readonly firstTimestamp: string;
  readonly lastTimestamp: string;
}

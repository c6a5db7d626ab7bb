import type { KubeObject } from '../kubernetes/object';

/** One write that the API server accepted, as an observer saw it. */
export interface Change {
  /** Milliseconds of model time since the cluster started. */
  readonly at: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** The object after the write; for DELETED, its last state. */
  readonly object: KubeObject;
}

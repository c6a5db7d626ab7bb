import type * as storage from 'kubernetes-types/storage/v1';
import type { Amended, Immutable, KubeObject } from '../../object';

/** A driver for volumes, and what it asks of the cluster. */
export interface CSIDriver extends KubeObject {
  /** With what API 1.36 has and the published types do not. */
  readonly spec: Amended<
    Immutable<storage.CSIDriverSpec>,
    { readonly serviceAccountTokenInSecrets?: boolean; readonly nodeAllocatableUpdatePeriodSeconds?: number }
  >;
}

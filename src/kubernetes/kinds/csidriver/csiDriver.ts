import type * as storage from 'kubernetes-types/storage/v1';
import type { Amended, Immutable, KubeObject } from '../../object';

/** What API 1.36 has and the published types do not. */
interface Newer {
  readonly serviceAccountTokenInSecrets?: boolean;
}

export interface CSIDriver extends KubeObject {
  readonly spec: Amended<Immutable<storage.CSIDriverSpec>, Newer>;
}

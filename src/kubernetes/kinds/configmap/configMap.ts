import type { KubeObject, StringMap } from '../../object';

export interface ConfigMap extends KubeObject {
  readonly data?: StringMap;
  /** In base64. */
  readonly binaryData?: StringMap;
  readonly immutable?: boolean;
}

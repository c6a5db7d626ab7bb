import type { KubeObject, StringMap } from '../../object';

/** Configuration for pods to read, as text or as bytes. */
export interface ConfigMap extends KubeObject {
  readonly data?: StringMap;
  /** In base64. */
  readonly binaryData?: StringMap;
  readonly immutable?: boolean;
}

import type { KubeObject } from '../object';

/** How objects of one version of a kind are kept as those of another. Objects that are converted stay as they are. */
export interface Conversion {
  /** The version that is stored. */
  readonly storedAs: Pick<KubeObject, 'apiVersion' | 'kind'>;
  toStored(object: KubeObject): KubeObject;
  fromStored(object: KubeObject): KubeObject;
}

import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { PatchType } from '../../../kubernetes/wire/patch/request';
import type { ListOptions, User } from '../../../port/api';

/**
 * What stands between an example and the cluster, so that each example has the cluster to itself: names go out with a
 * mark of the example's own, and come back as they are written. `…In(…Out(x))` is x.
 */
export interface Lens {
  /** A namespace as the server knows it. Those of the cluster itself (`default`, `kube-system`) stay as they are. */
  namespaceOut(namespace: string): string;
  /** The name of an object as the server knows it. */
  nameOut(resource: ResourceType, name: string): string;
  /** What is sent to create or replace an object: with the names of the server, and the labels of the run. */
  manifestOut<T extends Manifest>(manifest: T, resource: ResourceType): T;
  patchOut(patch: unknown, type: PatchType, resource: ResourceType): unknown;
  queryOut<Q extends ListOptions>(query: Q, resource: ResourceType): Q;
  userOut(user: User): User;
  /**
   * An object of an answer or a watch as the example knows it; undefined if it is none of its: of another example, or of
   * somebody else.
   */
  objectIn<T extends KubeObject>(object: T): T | undefined;
  /** Messages, warnings. */
  textIn(text: string): string;
}

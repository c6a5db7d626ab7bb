import type { KubeObject, Manifest, StringMap } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { PatchRequest, PatchType } from '../../../kubernetes/wire/patch/request';
import type { ListOptions, User } from '../../../port/api';

/** What is known when a patch is sent. Both make it exact in places where the patch alone does not tell enough. */
export interface Patching {
  /** What is patched, as the server has it. */
  readonly current?: KubeObject | undefined;
  /** Who applies. */
  readonly fieldManager?: string | undefined;
}

/**
 * What stands between an example and the cluster, so that each example has the cluster to itself: names go out with a
 * mark of the example's own, and come back as they are written. `…In(…Out(x))` is x.
 */
export interface Lens {
  /** What the server's names end with, `-k3x9-7`. */
  readonly suffix: string;
  /** The labels of everything that is made: those of the run, and one of the example. */
  readonly labels: StringMap;
  /** Of nodes, unless they have others of these. */
  readonly nodeLabels: StringMap;
  /** A namespace as the server knows it. `default` stays as it is. */
  namespaceOut(namespace: string): string;
  /** The name of an object as the server knows it. */
  nameOut(resource: ResourceType, name: string, namespace?: string): string;
  /** A kind as the server knows it: kinds that the example defines are in groups of its own. */
  resourceOut<R extends ResourceType>(resource: R): R;
  /** A kind of discovery as the example knows it; undefined if another example has defined it. */
  resourceIn<R extends ResourceType>(resource: R): R | undefined;
  /**
   * What has to be created before something can be made in a namespace: `kube-system` is the cluster's own, and the
   * example works in one that stands in for it. Undefined for all others, and once it was asked for.
   */
  standIn(namespace: string): Manifest | undefined;
  /**
   * What is sent to create or replace an object: with the names of the server, and the labels of the run.
   * @throws Error if it holds what only the lens may write
   */
  manifestOut<T extends Manifest>(manifest: T, resource: ResourceType): T;
  /** What is sent to patch an object. The type may be another one. @throws like `manifestOut` */
  patchOut(patch: unknown, type: PatchType, resource: ResourceType, given?: Patching): PatchRequest;
  queryOut<Q extends ListOptions>(query: Q, resource: ResourceType): Q;
  /** The same to delete what is meant: narrowed down to what is the example's own. */
  deletionOut<Q extends ListOptions>(query: Q, resource: ResourceType): Q;
  userOut(user: User): User;
  /**
   * An object of an answer or a watch as the example knows it; undefined if it is none of its: of another example, or of
   * somebody else. The same object gives the same.
   */
  objectIn<T extends KubeObject>(object: T): T | undefined;
  /** Those of a list that are the example's, in order of namespace and name. */
  listIn<T extends KubeObject>(objects: readonly T[]): readonly T[];
  /** False of what the example, or a controller for it, has made. */
  isForeign(object: KubeObject): boolean;
  /** Anything else that the server answers: a status, a review. */
  valueIn<T>(value: T): T;
  /** Messages, warnings. */
  textIn(text: string): string;
}

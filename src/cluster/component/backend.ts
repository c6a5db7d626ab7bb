import type { Kind } from '../../kubernetes/kinds/kind';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { DeleteOptions, ListOptions } from '../../port/api';
import type { ChangeOptions } from '../apiserver/registry/options';
import type { WithStatus } from '../apiserver/registry/status';
import type { Cursor, StoreEvent } from '../apiserver/registry/topic';
import type { Asking } from '../apiserver/requests/caller';

/**
 * What a component's connection to the API leads to: the registry of the API server in this process, whose members say
 * what these do, or what stands for a server elsewhere. Refusals are thrown as ApiError.
 */
export interface Backend {
  readonly kinds: Kinds;
  /** Its revision moves with every write. */
  readonly store: { readonly revision: number };
  serve(kind: Kind): void;
  withdraw(kind: Kind): void;
  get<T extends KubeObject>(resource: ResourceType<T>, namespace: string | undefined, name: string): T;
  list<T extends KubeObject>(resource: ResourceType<T>, options?: ListOptions): readonly T[];
  follow<T extends KubeObject>(
    resource: ResourceType<T>,
    introduce: (event: StoreEvent<T>) => void,
    onNews: () => void,
  ): Cursor;
  create<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    sent: Manifest | KubeObject,
    validate?: (object: T) => void,
    asking?: Asking,
  ): T;
  update<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    options?: ChangeOptions<T>,
  ): T;
  updateStatus<T extends WithStatus>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T['status'] | undefined,
    asking?: Asking,
  ): T;
  delete<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    options?: DeleteOptions,
  ): T;
  bind(pod: Pod, node: string): Pod;
  finalizeNamespace(name: string, asking?: Asking): void;
}

import type { ChangeOptions } from '../../../cluster/apiserver/registry/options';
import { type WithStatus, withStatus } from '../../../cluster/apiserver/registry/status';
import type { Store } from '../../../cluster/apiserver/registry/store';
import type { Cursor, StoreEvent } from '../../../cluster/apiserver/registry/topic';
import type { Backend } from '../../../cluster/component/backend';
import type { Loop } from '../../../cluster/simulation/loop';
import { deepEqual } from '../../../kubernetes/fields/equality';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Event } from '../../../kubernetes/kinds/event/event';
import { kindsFromTheStart } from '../../../kubernetes/kinds/everyKind';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import {
  alreadyExists,
  conflict,
  methodNotAllowed,
  noSuchResource,
  notFound,
  OBJECT_MODIFIED,
} from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { DeleteOptions, ListOptions } from '../../../port/api';
import type { Copies } from './copies';
import type { Copy } from './copy';
import type { Change } from './write';

type Elsewhere = <T extends KubeObject>(
  resource: ResourceType<T>,
  namespace: string | undefined,
  name: string,
) => T | undefined;

/**
 * What kubelets know of the objects of a cluster elsewhere, for code that reads and writes at once. What it writes is in
 * here from then on, and is on its way to the server; what the server makes of it, and what others write, is told as news.
 */
export class Replica implements Backend {
  readonly kinds = kindsFromTheStart();
  readonly store: Store;
  readonly #copies: Copies;
  readonly #loop: Loop;
  readonly #elsewhere: Elsewhere;

  /** @param elsewhere finds what kubelets are asked about although it is none of theirs */
  constructor(store: Store, copies: Copies, loop: Loop, elsewhere: Elsewhere = () => undefined) {
    this.store = store;
    this.#copies = copies;
    this.#loop = loop;
    this.#elsewhere = elsewhere;
  }

  get<T extends KubeObject>(resource: ResourceType<T>, namespace: string | undefined, name: string): T {
    const kind = this.#served(resource);
    const object =
      this.store.get(kind, kind.namespaced ? namespace : undefined, name) ??
      this.#elsewhere(kind, namespace, name);
    if (!object) throw notFound(kind, name);
    return object;
  }

  list<T extends KubeObject>(resource: ResourceType<T>, { namespace }: ListOptions = {}): readonly T[] {
    return this.store.all(this.#served(resource), namespace);
  }

  follow<T extends KubeObject>(
    resource: ResourceType<T>,
    introduce: (event: StoreEvent<T>) => void,
    onNews: () => void,
  ): Cursor {
    const kind = this.#served(resource);
    for (const event of this.store.introduction(kind)) introduce(event);
    return this.store.topic(kind).read(onNews);
  }

  create<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    sent: Manifest | KubeObject,
  ): T {
    const kind = this.#served(resource);
    const { name = '' } = sent.metadata ?? {};
    if (this.#copies.find(kind, namespace, name)) throw alreadyExists(kind, name);
    const { random, now } = this.#loop;
    const stamped = { uid: random.uuid(), resourceVersion: '', creationTimestamp: toTimestamp(now) };
    const metadata = { ...sent.metadata, name, ...(namespace ? { namespace } : {}), ...stamped };
    const object = this.#asServerKnows({ ...sent, metadata });
    this.#copies.write(this.#copies.put(kind, namespace, name), { kind: 'create', object });
    return this.get(resource, namespace, name);
  }

  update<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T | undefined,
    _options?: ChangeOptions<T>,
  ): T {
    return this.#change(resource, namespace, name, 'whole', (current) => change(current) ?? current);
  }

  updateStatus<T extends WithStatus>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    change: (current: T) => T['status'] | undefined,
  ): T {
    return this.#change<T>(resource, namespace, name, 'status', (current) => {
      const status = change(current);
      return status === undefined ? current : withStatus(current, status);
    });
  }

  delete<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): T {
    const object = this.get(resource, namespace, name);
    const { uid = object.metadata.uid } = options.preconditions ?? {};
    if (uid !== object.metadata.uid) throw conflict(this.#served(resource), name, OBJECT_MODIFIED);
    this.#copies.write(this.#copyOf(resource, namespace, name), { kind: 'delete', options });
    return object;
  }

  serve(): void {
    throw methodNotAllowed();
  }

  withdraw(): void {
    throw methodNotAllowed();
  }

  bind(): never {
    throw methodNotAllowed();
  }

  finalizeNamespace(): void {
    throw methodNotAllowed();
  }

  #change<T extends KubeObject>(
    resource: ResourceType<T>,
    namespace: string | undefined,
    name: string,
    kind: Change['kind'],
    change: (current: T) => T,
  ): T {
    const before = this.get(resource, namespace, name);
    const after = change(before);
    if (after === before || deepEqual(after, before)) return before;
    this.#copies.write(this.#copyOf(resource, namespace, name), {
      kind,
      before,
      after,
      // Whoever changes an object of a kind is given one of that kind.
      change: (current) => change(current as T),
    });
    return this.get(resource, namespace, name);
  }

  /** An event says which version of an object it is about: versions in here are numbers of its own. */
  #asServerKnows(object: KubeObject): KubeObject {
    if (object.kind !== resources.events.kind) return object;
    const { resourceVersion: _ours, ...about } = (object as Event).involvedObject;
    const kind = this.kinds.of({ apiVersion: about.apiVersion ?? '', kind: about.kind ?? '' });
    const copy = kind && this.#copies.find(kind, about.namespace, about.name ?? '');
    const { resourceVersion } = copy?.server?.metadata ?? {};
    return {
      ...object,
      involvedObject: { ...about, ...(resourceVersion ? { resourceVersion } : {}) },
    } as Event;
  }

  #served<T extends KubeObject>(resource: ResourceType<T>): ResourceType<T> {
    const kind = this.kinds.of(resource);
    if (!kind) throw noSuchResource();
    return kind as ResourceType<T>;
  }

  #copyOf(resource: ResourceType, namespace: string | undefined, name: string): Copy {
    const kind = this.#served(resource);
    const copy = this.#copies.find(kind, namespace, name);
    if (!copy) throw notFound(kind, name);
    return copy;
  }
}

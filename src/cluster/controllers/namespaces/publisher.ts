import { isTerminating } from '../../../kubernetes/fields/meta';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { StoreEvent } from '../../apiserver/registry/topic';
import type { NewObject } from '../../component/client';
import { Component, type Surroundings } from '../../component/component';

/** What every namespace has one of. */
export interface Publication<T extends KubeObject> {
  readonly resource: ResourceType<T>;
  /** As it is created, but for its namespace. */
  readonly object: NewObject & { readonly metadata: { readonly name: string } };
  /** What is made good when somebody has changed it; the same object if nothing is. By default nothing is. */
  readonly mended?: (current: T) => T;
}

/**
 * Sees to it that every namespace has an object of a certain name, from its beginning on, and again when it was deleted.
 * A namespace on its way out is left alone.
 */
export class Publisher<T extends KubeObject> extends Component {
  readonly #publication: Publication<T>;
  readonly #namespaces = new Map<string, Namespace>();
  /** The object in each namespace that has it. */
  readonly #published = new Map<string, T>();

  constructor(name: string, surroundings: Surroundings, publication: Publication<T>) {
    super(name, surroundings);
    this.#publication = publication;
    this.watch(publication.resource, (event) => this.#onObject(event));
    this.watch(resources.namespaces, (event) => this.#onNamespace(event));
  }

  protected override sync(namespace: string): void {
    const found = this.#namespaces.get(namespace);
    if (!found || isTerminating(found)) return;
    const published = this.#published.get(namespace);
    if (!published) this.#create(namespace);
    else this.#mend(published);
  }

  #create(namespace: string): void {
    const { object } = this.#publication;
    try {
      this.client.create({ ...object, metadata: { ...object.metadata, namespace } });
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'AlreadyExists') throw error;
    }
  }

  #mend(published: T): void {
    const mended = this.#publication.mended?.(published) ?? published;
    if (mended !== published) this.client.update(mended);
  }

  #onObject({ type, object }: StoreEvent<T>): void {
    const { name, namespace = '' } = object.metadata;
    if (name !== this.#publication.object.metadata.name) return;
    if (type === 'DELETED') this.#published.delete(namespace);
    else this.#published.set(namespace, object);
    this.queue.add(namespace);
  }

  #onNamespace({ type, object }: StoreEvent<Namespace>): void {
    const { name } = object.metadata;
    if (type === 'DELETED') this.#namespaces.delete(name);
    else this.#namespaces.set(name, object);
    this.queue.add(name);
  }
}

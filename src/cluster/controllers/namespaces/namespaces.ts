import { isTerminating } from '../../../kubernetes/fields/meta';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StoreEvent } from '../../apiserver/registry/topic';
import { Component, type Surroundings } from '../../component/component';

const LOOK_AGAIN = 1000;

const isUnfinished = ({ spec }: Namespace): boolean => (spec?.finalizers?.length ?? 0) > 0;

/** Empties the namespaces that are deleted before they go. @see pkg/controller/namespace/deletion/namespaced_resources_deleter.go Delete */
export class NamespaceController extends Component {
  readonly #namespaces = new Map<string, Namespace>();

  constructor(surroundings: Surroundings) {
    super('namespace-controller', surroundings);
    this.watch(resources.namespaces, (event) => this.#onNamespace(event));
  }

  protected override sync(name: string): void {
    const namespace = this.#namespaces.get(name);
    if (!namespace || !isTerminating(namespace) || !isUnfinished(namespace)) return;
    if (this.#empty(name)) this.client.finalizeNamespace(name);
    else this.queue.addAfter(name, LOOK_AGAIN);
  }

  /** Deletes what is in the namespace. True if nothing was left. */
  #empty(namespace: string): boolean {
    let left = 0;
    for (const kind of this.client.kinds.all) {
      if (!kind.namespaced) continue;
      const objects = this.client.list(kind, { namespace });
      left += objects.length;
      for (const object of objects)
        if (!isTerminating(object)) this.client.delete(kind, object, { propagationPolicy: 'Background' });
    }
    return left === 0;
  }

  #onNamespace({ type, object }: StoreEvent<Namespace>): void {
    const { name } = object.metadata;
    if (type === 'DELETED') {
      this.#namespaces.delete(name);
      return;
    }
    const known = this.#namespaces.get(name);
    this.#namespaces.set(name, object);
    if (!known || isTerminating(object) || known.metadata.uid !== object.metadata.uid) this.queue.add(name);
  }
}

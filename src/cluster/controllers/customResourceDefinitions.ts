import { toTimestamp } from '../../kubernetes/fields/time';
import {
  withAcceptedNames,
  withEstablished,
} from '../../kubernetes/kinds/customresource/definition/acceptance';
import {
  type CustomResourceDefinition,
  isEstablished,
} from '../../kubernetes/kinds/customresource/definition/definition';
import { customresourcedefinitions } from '../../kubernetes/kinds/customresource/definition/kind';
import { kindsDefinedBy } from '../../kubernetes/kinds/customresource/kind';
import type { Kind } from '../../kubernetes/kinds/kind';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

/**
 * Makes the API server serve what CustomResourceDefinitions define: gives them their names, establishes them, and
 * withdraws the kind, with all its objects, when its definition goes.
 * @see k8s.io/apiextensions-apiserver/pkg/controller
 */
export class CustomResourceDefinitionController extends Component {
  readonly #definitions = new Map<string, CustomResourceDefinition>();

  constructor(surroundings: Surroundings) {
    super('customresourcedefinition-controller', surroundings);
    this.watch(customresourcedefinitions, (event) => this.#onDefinition(event));
  }

  protected override sync(name: string): void {
    const definition = this.#definitions.get(name);
    if (!definition) return;
    const now = toTimestamp(this.loop.now);
    const others = [...this.#definitions.values()];
    const named = { ...definition, status: withAcceptedNames(definition, others, now) };
    const status = withEstablished(named, now);
    if (status !== definition.status)
      this.client.amendStatus(definition, customresourcedefinitions, (current) =>
        current.metadata.uid === definition.metadata.uid ? status : undefined,
      );
    this.#serve({ ...definition, status });
  }

  #serve(definition: CustomResourceDefinition): void {
    if (!isEstablished(definition)) return;
    // Objects stay where they are, whichever version is to be stored: converting changes nothing but its name.
    const isHome = (kind: ResourceType): boolean => {
      const known = this.client.kinds.of(kind);
      return known !== undefined && known.conversion === undefined;
    };
    const kinds = kindsDefinedBy(definition, isHome);
    if (kinds.some((kind) => this.#isBuiltIn(kind))) return;
    for (const kind of kinds) this.client.serve(kind);
    for (const known of this.#servedFor(definition)) {
      const isWanted = kinds.some(({ apiVersion }) => apiVersion === known.apiVersion);
      if (!isWanted && known.conversion) this.client.withdraw(known);
    }
  }

  /** Kinds that Kubernetes serves itself are read by published schemas; no definition takes their place. */
  #isBuiltIn(kind: Kind): boolean {
    const known = this.client.kinds.of(kind);
    return known !== undefined && known.read === undefined;
  }

  /** The versions that are served, the one that objects are kept in first. */
  #servedFor({ spec: { group, names } }: CustomResourceDefinition): readonly Kind[] {
    const all = this.client.kinds.all.filter(
      (kind) => kind.group === group && kind.plural === names.plural && !this.#isBuiltIn(kind),
    );
    return [...all].sort((a, b) => Number(a.conversion !== undefined) - Number(b.conversion !== undefined));
  }

  #onDefinition({ type, object }: StoreEvent<CustomResourceDefinition>): void {
    const { name } = object.metadata;
    if (type === 'DELETED') {
      this.#definitions.delete(name);
      this.#withdraw(object);
      return;
    }
    this.#definitions.set(name, object);
    this.queue.add(name);
  }

  #withdraw(definition: CustomResourceDefinition): void {
    const [home, ...others] = this.#servedFor(definition);
    const isIts = kindsDefinedBy(definition).some(({ kind }) => kind === home?.kind);
    if (!home || !isIts) return;
    for (const object of this.client.list(home)) this.client.delete(home, object);
    for (const kind of [...others, home]) this.client.withdraw(kind);
    // A definition that had to wait for these names may have them now.
    for (const name of this.#definitions.keys()) this.queue.add(name);
  }
}

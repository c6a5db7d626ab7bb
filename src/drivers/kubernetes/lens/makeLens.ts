import type { KubeObject, Manifest, StringMap } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { isObject, type JsonObject } from '../../../kubernetes/wire/patch/json';
import type { PatchRequest, PatchType } from '../../../kubernetes/wire/patch/request';
import { definitionOf } from '../../../kubernetes/wire/schema/schema';
import type { ListOptions, User } from '../../../port/api';
import type { Target } from '../../../port/target';
import { Fence } from './fence';
import { EXAMPLE, Hidden, withHidden } from './hidden';
import { Inwards } from './inwards';
import type { Lens, Patching } from './lens';
import { Mark } from './mark';
import { Naming } from './naming';
import { Outwards, rootPlace } from './outwards';
import { Patches } from './patches';
import { Roots } from './roots';
import { fieldSelectorOut, labelSelectorOut } from './selectors';
import { Visible } from './visible';

/** What a lens is made for. */
export interface LensOptions {
  /** As `suffixOf` makes it. No other example that may be running has it. */
  readonly suffix: string;
  readonly mode: Target['mode'];
  /** The labels of the run. */
  readonly labels: StringMap;
  /**
   * API groups that the cluster serves, beside those of Kubernetes and OpenShift: objects of theirs are made as they
   * are. Kinds of all other groups are the example's own.
   */
  readonly servedGroups?: Iterable<string>;
  /** Namespaces that were there before. Those of the platform, `openshift-…`, are meant by their names. */
  readonly foreignNamespaces?: Iterable<string>;
  /** False where `kube-system` is more than a name, as for OpenShift: what is made in it is made there. */
  readonly standIns?: boolean;
  /** How many nodes the example has now: the scheduler counts those of others, too. */
  readonly ownNodes?: () => number;
  /** True of events about a node that had the name of one of the example's before it. */
  readonly isFormer?: (event: KubeObject) => boolean;
  /** From 0 to 1, for generated names. */
  readonly random?: () => number;
}

class Looking implements Lens {
  readonly suffix: string;
  readonly labels: StringMap;
  readonly nodeLabels: StringMap;
  readonly #mark: Mark;
  readonly #naming: Naming;
  readonly #roots: Roots;
  readonly #hidden: Hidden;
  readonly #outwards: Outwards;
  readonly #inwards: Inwards;
  readonly #patches: Patches;
  readonly #visible: Visible;
  readonly #example: string;
  readonly #servedGroups: ReadonlySet<string>;
  /** What was looked at before: most is looked at often. */
  readonly #seen = new WeakMap<KubeObject, KubeObject>();

  constructor(options: LensOptions) {
    const { suffix, mode, labels, standIns = true, random = Math.random } = options;
    const shared = mode === 'shared';
    this.suffix = suffix;
    this.#example = suffix.slice(1);
    this.#servedGroups = new Set(options.servedGroups);
    this.#mark = new Mark(suffix);
    this.#naming = new Naming({
      mark: this.#mark,
      shared,
      standIns,
      servedGroups: this.#servedGroups,
      foreignNamespaces: new Set(options.foreignNamespaces),
    });
    this.#roots = new Roots(this.#naming, random);
    this.#hidden = new Hidden(labels, this.#example, shared);
    this.labels = this.#hidden.labels;
    this.nodeLabels = this.#hidden.nodeLabels;
    this.#outwards = new Outwards(this.#naming, shared ? new Fence(EXAMPLE, suffix) : undefined);
    this.#inwards = new Inwards(this.#mark, this.#hidden, shared ? options.ownNodes : undefined);
    this.#visible = new Visible(this.#naming, this.#example, options.isFormer);
    this.#patches = new Patches(
      this.#outwards,
      (resource) => this.#hidden.of(resource),
      (object) => this.#plain(object),
    );
  }

  namespaceOut(namespace: string): string {
    return this.#naming.namespace(namespace);
  }

  nameOut(resource: ResourceType, name: string, namespace?: string): string {
    return this.#roots.name(resource, name, namespace);
  }

  resourceOut<R extends ResourceType>(resource: R): R {
    const group = this.#naming.apiGroup(resource.group);
    return group === resource.group
      ? resource
      : { ...resource, group, apiVersion: this.#naming.apiVersion(resource.apiVersion) };
  }

  resourceIn<R extends ResourceType>(resource: R): R | undefined {
    if (this.#mark.isIn(resource.group)) return this.#inwards.value(resource);
    if (this.#mark.isOfSameRun(resource.group)) return undefined;
    return this.#naming.apiGroup(resource.group) === resource.group || this.#servedGroups.has(resource.group)
      ? resource
      : undefined;
  }

  standIn(namespace: string): Manifest | undefined {
    const name = this.#naming.namespace(namespace);
    if (name === namespace || !this.#visible.standIn(namespace)) return undefined;
    return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: this.labels } };
  }

  manifestOut<T extends Manifest>(manifest: T, resource: ResourceType): T {
    this.#check(manifest);
    const rooted = this.#roots.made(withoutManagers(manifest), resource);
    const named = this.#outwards.value(rooted, rootPlace(definitionOf(resource), resource.kind));
    const labelled = this.#hidden.of(resource).reduce<unknown>(withHidden, named);
    const made = this.#hidden.placed(labelled, resource);
    this.#expect(made, resource);
    return made as T;
  }

  patchOut(patch: unknown, type: PatchType, resource: ResourceType, given: Patching = {}): PatchRequest {
    this.#check(patch);
    const rooted = this.#roots.patch(patch, type, resource);
    const sent = this.#patches.out({ patch, rooted }, type, resource, given);
    if (type === 'apply') this.#expect(sent.patch, resource);
    return sent;
  }

  queryOut<Q extends ListOptions>(query: Q, resource: ResourceType): Q {
    this.#naming.learn(resource.kind, resource.namespaced);
    const { namespace, labelSelector, fieldSelector } = query;
    const selected = { resource, namespace, naming: this.#naming };
    return {
      ...query,
      ...(namespace ? { namespace: this.namespaceOut(namespace) } : {}),
      ...(labelSelector ? { labelSelector: labelSelectorOut(labelSelector, this.#naming) } : {}),
      ...(fieldSelector ? { fieldSelector: fieldSelectorOut(fieldSelector, selected) } : {}),
    };
  }

  deletionOut<Q extends ListOptions>(query: Q, resource: ResourceType): Q {
    const sent = this.queryOut(query, resource);
    if (sent.namespace && this.#naming.isOwnNamespace(sent.namespace)) return sent;
    const own = `${EXAMPLE}=${this.#example}`;
    return { ...sent, labelSelector: sent.labelSelector ? `${sent.labelSelector},${own}` : own };
  }

  userOut(user: User): User {
    const { name, groups } = user;
    return {
      ...user,
      name: this.#naming.user(name),
      ...(groups ? { groups: groups.map((group) => this.#naming.group(group)) } : {}),
    };
  }

  objectIn<T extends KubeObject>(object: T): T | undefined {
    if (object.metadata?.uid === undefined) return this.#inwards.value(object);
    return this.#visible.isOwn(object) || this.#visible.isFurniture(object) ? this.#plain(object) : undefined;
  }

  listIn<T extends KubeObject>(objects: readonly T[]): readonly T[] {
    const keyed = objects.flatMap((object) => {
      const known = this.objectIn(object);
      return known ? [{ key: `${known.metadata.namespace ?? ''}/${known.metadata.name}`, known }] : [];
    });
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return keyed.map(({ known }) => known);
  }

  isForeign(object: KubeObject): boolean {
    return !this.#visible.isOwn(object);
  }

  valueIn<T>(value: T): T {
    return this.#inwards.value(value);
  }

  textIn(text: string): string {
    return this.#inwards.text(text);
  }

  #plain<T extends KubeObject>(object: T): T {
    const seen = this.#seen.get(object);
    if (seen !== undefined) return seen as T;
    const plain = this.#inwards.object(object as T & JsonObject);
    this.#seen.set(object, plain);
    this.#roots.note(object, plain);
    return plain;
  }

  #expect(made: unknown, { kind }: ResourceType): void {
    if (!isObject(made) || !isObject(made.metadata)) return;
    const { name, namespace } = made.metadata;
    if (typeof name !== 'string') return;
    if (kind === 'Node') this.#naming.meetNode(this.#mark.takeOut(name));
    if (typeof namespace === 'string') this.#visible.expect(kind, namespace, name);
  }

  /** @throws Error if what an example writes has something in it that is the lens's own */
  #check(written: unknown): void {
    const text = JSON.stringify(written) ?? '';
    if (this.#mark.isIn(text))
      throw new Error(
        `"${this.suffix}" marks the names of this example. It cannot stand in what is written.`,
      );
    for (const key of this.#hidden.keys)
      if (text.includes(`"${key}"`))
        throw new Error(`"${key}" is a label of the run. No example may set it.`);
  }
}

/** Who has set what the server knows better: in what is replaced, entries of the lens's own would be missing. */
const withoutManagers = (manifest: Manifest): JsonObject => {
  const { metadata } = manifest;
  if (!metadata?.managedFields?.some(({ manager }) => manager)) return manifest;
  const { managedFields: _, ...rest } = metadata;
  return { ...manifest, metadata: rest };
};

/** Makes the lens of one example. */
export const makeLens = (options: LensOptions): Lens => new Looking(options);

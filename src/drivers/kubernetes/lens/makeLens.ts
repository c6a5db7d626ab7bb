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
  /** Namespaces that were there before, and are meant by their names. */
  readonly foreignNamespaces?: Iterable<string>;
  /** False where `kube-system` is more than a name, as for OpenShift: what is made in it is made there. */
  readonly standIns?: boolean;
  /** From 0 to 1, for generated names. */
  readonly random?: () => number;
}

/** What the server generates names of: neither vowels nor what looks like them. @see k8s.io/apimachinery/pkg/util/rand */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const GENERATED_LENGTH = 5;

class Looking implements Lens {
  readonly suffix: string;
  readonly labels: StringMap;
  readonly #mark: Mark;
  readonly #naming: Naming;
  readonly #hidden: Hidden;
  readonly #outwards: Outwards;
  readonly #inwards: Inwards;
  readonly #patches: Patches;
  readonly #visible: Visible;
  readonly #example: string;
  readonly #random: () => number;
  readonly #servedGroups: ReadonlySet<string>;
  /** What was looked at before: most is looked at often. */
  readonly #seen = new WeakMap<KubeObject, KubeObject>();
  /** Names that no rule leads back to, by what the example knows them as. */
  readonly #strange = new Map<string, string>();

  constructor(options: LensOptions) {
    const { suffix, mode, labels, standIns = true, random = Math.random } = options;
    const shared = mode === 'shared';
    this.suffix = suffix;
    this.#example = suffix.slice(1);
    this.#random = random;
    this.#servedGroups = new Set(options.servedGroups);
    this.#mark = new Mark(suffix);
    this.#naming = new Naming({
      mark: this.#mark,
      shared,
      standIns,
      servedGroups: this.#servedGroups,
      foreignNamespaces: new Set(options.foreignNamespaces),
    });
    this.#hidden = new Hidden(labels, this.#example, shared);
    this.labels = this.#hidden.labels;
    this.#outwards = new Outwards(this.#naming, shared ? new Fence(EXAMPLE, suffix) : undefined);
    this.#inwards = new Inwards(this.#mark, this.#hidden);
    this.#visible = new Visible(this.#naming, this.#example);
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
    const { kind, group, namespaced } = resource;
    this.#naming.learn(kind, namespaced);
    const known = this.#strange.get(`${kind}/${namespaced ? (namespace ?? '') : ''}/${name}`);
    return known ?? this.#naming.object({ kind, group, namespace }, name);
  }

  resourceOut<R extends ResourceType>(resource: R): R {
    const group = this.#naming.apiGroup(resource.group);
    return group === resource.group
      ? resource
      : { ...resource, group, apiVersion: this.#naming.apiVersion(resource.apiVersion) };
  }

  resourceIn<R extends ResourceType>(resource: R): R | undefined {
    if (this.#mark.isIn(resource.group)) return this.#inwards.value(resource);
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
    const rooted = this.#rootOut(manifest, resource, true);
    const named = this.#outwards.value(rooted, rootPlace(definitionOf(resource)));
    const made = this.#hidden.of(resource).reduce<unknown>(withHidden, named);
    this.#expect(made, resource);
    return made as T;
  }

  patchOut(patch: unknown, type: PatchType, resource: ResourceType, given: Patching = {}): PatchRequest {
    this.#check(patch);
    const rooted =
      type === 'json' || !isObject(patch) ? patch : this.#rootOut(patch, resource, type === 'apply');
    const sent = this.#patches.out(rooted, type, resource, given);
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
    this.#noteName(object, plain);
    return plain;
  }

  /** An event of a node, say, is named `east-1-RUN-7.18f2`: the mark is not where it is put. */
  #noteName({ kind, apiVersion, metadata: { name } }: KubeObject, { metadata }: KubeObject): void {
    if (name === metadata.name || !this.#mark.isIn(name)) return;
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    const { namespace = '' } = metadata;
    if (this.#naming.object({ kind, group, namespace }, metadata.name) !== name)
      this.#strange.set(`${kind}/${namespace}/${metadata.name}`, name);
  }

  /** Names that depend on which kind the whole object is of. @param makes false of a patch */
  #rootOut(manifest: JsonObject, resource: ResourceType, makes: boolean): JsonObject {
    const { kind, namespaced } = resource;
    this.#naming.learn(kind, namespaced);
    if (makes) this.#define(manifest, resource);
    const { apiVersion, metadata } = manifest;
    const out =
      typeof apiVersion === 'string'
        ? { ...manifest, apiVersion: this.#naming.apiVersion(apiVersion) }
        : manifest;
    if (!isObject(metadata)) return out;
    const { name, generateName, namespace } = metadata;
    const isNew = makes && !name && typeof generateName === 'string';
    const written = isNew ? this.#generated(generateName) : name;
    if (typeof written !== 'string') return out;
    const known = this.nameOut(resource, written, typeof namespace === 'string' ? namespace : undefined);
    if (isNew && known === written) return out;
    return { ...out, metadata: { ...metadata, name: known } };
  }

  #generated(base: string): string {
    const letters = Array.from(
      { length: GENERATED_LENGTH },
      () => ALPHABET[Math.floor(this.#random() * ALPHABET.length)],
    );
    return base + letters.join('');
  }

  /** Whoever defines a kind has it alone. */
  #define({ spec }: JsonObject, { kind }: ResourceType): void {
    if (kind !== 'CustomResourceDefinition' && kind !== 'APIService') return;
    if (isObject(spec) && typeof spec.group === 'string') this.#naming.define(spec.group);
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

/** Makes the lens of one example. */
export const makeLens = (options: LensOptions): Lens => new Looking(options);

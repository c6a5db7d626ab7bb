import type { StringMap } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { isObject, type JsonObject, withField } from '../../../kubernetes/wire/patch/json';
import { definitionOf, referenced, type Schema } from '../../../kubernetes/wire/schema/schema';

/** The label of everything that an example has made, and what its pods select nodes by. */
export const EXAMPLE = 'rollcall.dev/example';

/** The label of a node that, with its zone, says which nodes fail together, and of pods that are bound to it. */
export const REGION = 'topology.kubernetes.io/region';

/** A map of an object that has entries which the example does not see. */
export interface HiddenEntries {
  /** Where the map stands, `['metadata', 'labels']`. */
  readonly path: readonly string[];
  readonly entries: StringMap;
}

const POD_SPEC = 'io.k8s.api.core.v1.PodSpec';
const MAX_DEPTH = 6;

/** The ways from an object to the pods that it is or makes. */
const podSpecsBelow = (schema: Schema, depth = 0): readonly (readonly string[])[] => {
  if (depth > MAX_DEPTH) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([field, inner]) => {
    const definition = referenced(inner);
    if (definition === undefined) return [];
    if (definition.name === POD_SPEC) return [[field]];
    return podSpecsBelow(definition.schema, depth + 1).map((path) => [field, ...path]);
  });
};

const podSpecs = new Map<string, readonly (readonly string[])[]>();

/** Where objects of a kind say which pods they are or make. */
export const podSpecPaths = (kind: { readonly apiVersion: string; readonly kind: string }) => {
  const key = `${kind.apiVersion} ${kind.kind}`;
  let paths = podSpecs.get(key);
  if (paths === undefined) {
    const definition = definitionOf(kind);
    paths =
      key === 'apps/v1 ControllerRevision'
        ? [['data', 'spec', 'template', 'spec']]
        : podSpecsBelow(definition?.schema ?? {});
    podSpecs.set(key, paths);
  }
  return paths;
};

/** Kinds of requests that leave no object behind. */
const isAnswered = ({ group, kind }: Pick<ResourceType, 'group' | 'kind'>): boolean =>
  /^(authentication|authorization)[.]k8s[.]io$/.test(group) || /^(Binding|Eviction|Scale)$/.test(kind);

/** What the lens writes into objects beside what the example does. */
export class Hidden {
  /** Of everything that is made. */
  readonly labels: StringMap;
  /** What pods of the example select nodes by, beside what they say. */
  readonly selector: StringMap;
  /**
   * Of nodes that are in no region: silent nodes of others in the same zone would decide whether their pods are evicted.
   * @see k8s.io/kubernetes/pkg/controller/nodelifecycle handleDisruption
   */
  readonly nodeLabels: StringMap;
  readonly #keys: ReadonlySet<string>;

  constructor(runLabels: StringMap, example: string, selectsNodes: boolean) {
    this.labels = { ...runLabels, [EXAMPLE]: example };
    this.selector = selectsNodes ? { [EXAMPLE]: example } : {};
    this.nodeLabels = selectsNodes ? { [REGION]: example } : {};
    this.#keys = new Set(Object.keys(this.labels));
  }

  /** True of hidden entries, also where it is told whose they are. */
  has(key: string, value?: unknown): boolean {
    if (this.#keys.has(key) || (key.startsWith('f:') && this.#keys.has(key.slice(2)))) return true;
    return key === REGION && this.hasOwnRegion(value);
  }

  /** True of the region of nodes that are in none. */
  hasOwnRegion(value: unknown): boolean {
    return value !== undefined && value === this.nodeLabels[REGION];
  }

  get keys(): Iterable<string> {
    return this.#keys;
  }

  /** A node that is made: in a region of the example's own, if it is in none. */
  placed(made: unknown, { kind }: Pick<ResourceType, 'kind'>): unknown {
    if (kind !== 'Node' || !isObject(made) || !isObject(made.metadata)) return made;
    const { labels = {} } = made.metadata;
    if (!isObject(labels) || REGION in labels) return made;
    const entries = this.nodeLabels;
    return Object.keys(entries).length === 0
      ? made
      : withHidden(made, { path: ['metadata', 'labels'], entries });
  }

  /** Which maps of a kind's objects have hidden entries. */
  of(resource: Pick<ResourceType, 'apiVersion' | 'group' | 'kind'>): readonly HiddenEntries[] {
    if (isAnswered(resource)) return [];
    const labels = { path: ['metadata', 'labels'], entries: this.labels };
    if (Object.keys(this.selector).length === 0) return [labels];
    return [labels, ...podSpecPaths(resource).map((path) => this.#selectorAt(path))];
  }

  #selectorAt(podSpec: readonly string[]): HiddenEntries {
    return { path: [...podSpec, 'nodeSelector'], entries: this.selector };
  }
}

/**
 * The object with a field, which stands where it belongs if the others are in order: revisions are compared by their
 * bytes. @see k8s.io/kubernetes/pkg/apis/apps/validation ValidateControllerRevisionUpdate
 */
const withSortedField = (object: JsonObject, field: string, value: unknown): JsonObject => {
  if (field in object) return withField(object, field, value);
  const keys = Object.keys(object);
  const after = keys.findIndex((key) => key > field);
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);
  if (after < 0 || !isSorted) return withField(object, field, value);
  const entries = Object.entries(object);
  return Object.fromEntries(entries.toSpliced(after, 0, [field, value]));
};

/** Puts the entries in, where what they belong to is there. Whatever is no map stays as it is, to be refused. */
export const withHidden = (value: unknown, { path, entries }: HiddenEntries): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (value !== undefined && value !== null && !isObject(value)) return value;
    const inOrder = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
    return inOrder.reduce<JsonObject>((map, [key, entry]) => withSortedField(map, key, entry), value ?? {});
  }
  if (!isObject(value)) return value;
  if (rest.length > 0 && !(step in value)) return value;
  const inner = withHidden(value[step], { path: rest, entries });
  return inner === undefined ? value : withSortedField(value, step, inner);
};

import { deepEqual } from '../fields/equality';
import { dnsSubdomain, type Format } from '../fields/validation/formats';
import { type MetadataRules, validateMetadata, validateMetadataUpdate } from '../fields/validation/metadata';
import type { KubeObject } from '../object';
import type { FieldCause } from '../refusals';
import type { PrinterColumn, ResourceType, ScalePaths, Subresource } from '../resourceType';
import type { Read } from '../wire/schema/decode';
import type { Structural } from '../wire/structural/structural';
import type { Conversion } from './conversion';

type Causes = readonly FieldCause[];

/** Reads a field as text. Of the type of a method, as all rules are: so a `Kind<Pod>` is a `Kind`. */
type ReadField<T> = { read(object: T): string }['read'];

/**
 * A kind of object and the rules of its own, which the API server asks. Rules are pure: what looks into the store is
 * the server's. Where an object is given back unchanged, it is the very object.
 */
export interface Kind<T extends KubeObject = KubeObject> extends ResourceType<T> {
  /** Its status is written on its own, by way of the subresource `status`. */
  readonly hasStatus: boolean;
  /** Its objects carry a generation, which moves when their spec changes. */
  readonly countsGenerations: boolean;
  /** What field selectors may ask for beside name and namespace, by the field's path. */
  readonly selectableFields: Readonly<Record<string, ReadField<T>>>;
  /** Where its number of replicas stands, of kinds that say so themselves. */
  readonly scale: ScalePaths | undefined;
  /** How its objects are stored, if not as they are. */
  readonly conversion: Conversion | undefined;
  /** How a request's body is read, if not by the schema that Kubernetes publishes. */
  readonly read?: Read;
  /** What its objects look like, if Kubernetes does not publish that. */
  readonly schema?: Structural | undefined;
  /** Fills in what the API server fills in when it reads an object, before admission. */
  defaults(object: T): T;
  /** Readies a new object: its status is emptied. */
  prepareForCreate(object: T): T;
  /** Readies an update: the status stays as it was, the generation moves when the spec changed. */
  prepareForUpdate(next: T, current: T): T;
  /**
   * Readies a write of the status alone: what is stored, with the status, and as a rule the labels, annotations, owners
   * and finalizers, that were sent.
   */
  prepareForStatusUpdate(sent: T, current: T): T;
  /** What is wrong with a new object, defaulted and named: in the API server's order and words. */
  validateCreate(object: T): Causes;
  /** What is wrong with what an update makes of an object. One thing may be listed twice, as the API server does. */
  validateUpdate(next: T, current: T): Causes;
  /** What is wrong with a write of the status alone. */
  validateStatusUpdate(next: T, current: T): Causes;
  /**
   * What is to be said of an object that is in order: what of it is outdated, or does nothing.
   * @param current what an update changes
   */
  warnings(object: T, current?: T): readonly string[];
  /** Its objects may take a while to leave, and are marked when they are asked to. */
  readonly isGraceful: boolean;
  /**
   * How long an object that is deleted may take to leave, in seconds.
   * @param asked what the request asks for
   */
  gracePeriod(object: T, asked: number | undefined): number;
  /** Something beside its finalizers keeps an object that is deleted from going. */
  isHeld(object: T): boolean;
  /** What becomes of an object when its deletion begins and something holds it. */
  whenTerminating(object: T): T;
}

/** What defines a kind. All but the facts of discovery may be left out. */
export interface KindDefinition<T extends KubeObject> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** By default the kind in small letters. */
  readonly singular?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  /** By default all of them. */
  readonly verbs?: readonly string[];
  /** By default they speak the kind's own type, and are read and written. */
  readonly subresources?: readonly (Pick<Subresource, 'name'> & Partial<Subresource>)[];

  readonly printerColumns?: readonly PrinterColumn[];
  readonly scale?: ScalePaths | undefined;
  readonly conversion?: Conversion | undefined;
  readonly read?: Read;
  readonly schema?: Structural | undefined;
  /** What names look like; by default a DNS subdomain. */
  readonly name?: Format;
  readonly countsGenerations?: boolean;
  readonly selectableFields?: Readonly<Record<string, ReadField<T>>>;
  defaults?(object: T): T;
  /** By default the status of a new object, if the kind has one, is an empty one. */
  prepareForCreate?(object: T): T;
  /** What is special about its updates: the status is kept and the generation counted already. */
  prepareForUpdate?(next: T, current: T): T;
  /** What of a write of the status is let through: by default the status, and what users may set of the metadata. */
  prepareForStatusUpdate?(sent: T, current: T): T;
  /** By default the metadata is looked at. */
  validateCreate?(object: T): Causes;
  /** By default the metadata is looked at, and the rest as for a new object. */
  validateUpdate?(next: T, current: T): Causes;
  /** By default as any update. */
  validateStatusUpdate?(next: T, current: T): Causes;
  /** By default none. */
  warnings?(object: T, current?: T): readonly string[];
  /** By default none. */
  gracePeriod?(object: T, asked: number | undefined): number;
  isHeld?(object: T): boolean;
  whenTerminating?(object: T): T;
}

const ALL_VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const OF_A_PART = ['get', 'patch', 'update'];
const NONE: readonly never[] = Object.freeze([]);

type WithStatus = KubeObject & { readonly spec?: unknown; readonly status?: unknown };

const itself = <T>(object: T): T => object;
const notHeld = (): boolean => false;
const nothingToSay = (): readonly never[] => NONE;
const atOnce = (): number => 0;
const withEmptyStatus = <T extends KubeObject>(object: T): T => ({ ...object, status: {} });

const keepStatus = <T extends KubeObject>(next: T, current: WithStatus): T => ({
  ...next,
  status: current.status,
});

/** Every strategy of a status puts back the spec and nothing else: labels and annotations get through. */
const withSentStatus = <T extends KubeObject>(sent: T & WithStatus, current: T): T => ({
  ...current,
  metadata: sent.metadata,
  status: sent.status,
});

/** The update with the generation that follows: the next one if the spec changed. */
const count = <T extends KubeObject>(next: T & WithStatus, current: WithStatus): T => {
  const last = current.metadata.generation ?? 1;
  const generation = deepEqual(next.spec, current.spec) ? last : last + 1;
  return next.metadata.generation === generation
    ? next
    : { ...next, metadata: { ...next.metadata, generation } };
};

/** Defines a kind: its discovery facts, and of the rules those that are its own. */
export const defineKind = <T extends KubeObject>(definition: KindDefinition<T>): Kind<T> => {
  const { apiVersion, kind, namespaced, countsGenerations = false } = definition;
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const subresources = (definition.subresources ?? []).map((each) => ({
    name: each.name,
    apiVersion: each.apiVersion ?? apiVersion,
    kind: each.kind ?? kind,
    verbs: each.verbs ?? OF_A_PART,
  }));
  const hasStatus = subresources.some(({ name }) => name === 'status');
  const metadata: MetadataRules = { namespaced, name: definition.name ?? dnsSubdomain };
  const special = definition.prepareForUpdate;
  const validateCreate =
    definition.validateCreate ?? ((object: T): Causes => validateMetadata(object.metadata, metadata));
  const validateUpdate =
    definition.validateUpdate ??
    ((next: T, current: T): Causes => [
      ...validateMetadataUpdate(next.metadata, current.metadata),
      ...validateCreate(next),
    ]);
  return {
    apiVersion,
    group,
    version,
    kind,
    plural: definition.plural,
    singular: definition.singular ?? kind.toLowerCase(),
    shortNames: definition.shortNames ?? NONE,
    categories: definition.categories ?? NONE,
    namespaced,
    verbs: definition.verbs ?? ALL_VERBS,
    subresources,
    printerColumns: definition.printerColumns,
    scale: definition.scale,
    conversion: definition.conversion,
    read: definition.read,
    schema: definition.schema,
    hasStatus,
    countsGenerations,
    selectableFields: definition.selectableFields ?? {},
    defaults: definition.defaults ?? itself,
    prepareForCreate: definition.prepareForCreate ?? (hasStatus ? withEmptyStatus : itself),
    prepareForUpdate(next, current) {
      const kept = hasStatus ? keepStatus(next, current) : next;
      const counted = countsGenerations ? count(kept, current) : kept;
      return special ? special(counted, current) : counted;
    },
    prepareForStatusUpdate: definition.prepareForStatusUpdate ?? withSentStatus,
    validateCreate,
    validateUpdate,
    validateStatusUpdate: definition.validateStatusUpdate ?? validateUpdate,
    warnings: definition.warnings ?? nothingToSay,
    isGraceful: definition.gracePeriod !== undefined,
    gracePeriod: definition.gracePeriod ?? atOnce,
    isHeld: definition.isHeld ?? notHeld,
    whenTerminating: definition.whenTerminating ?? itself,
  };
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of a schema as the API server publishes it. */
export interface PublishedSchema {
  readonly $ref?: string;
  readonly allOf?: readonly PublishedSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PublishedSchema>>;
  readonly items?: PublishedSchema;
  readonly additionalProperties?: PublishedSchema;
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-patch-strategy'?: string;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What aggregated discovery (`apidiscovery.k8s.io/v2`) says of one subresource. */
export interface DiscoveredSubresource {
  readonly subresource: string;
  readonly responseKind: GroupVersionKind;
  readonly verbs: readonly string[];
}

/** What aggregated discovery says of one resource. A group and version that are empty are those it stands under. */
export interface DiscoveredResource {
  readonly resource: string;
  readonly responseKind: GroupVersionKind;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly singularResource: string;
  readonly verbs: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly subresources?: readonly DiscoveredSubresource[];
}

export interface DiscoveredGroup {
  /** Without a name for the core group. */
  readonly metadata: { readonly name?: string };
  readonly versions: readonly {
    readonly version: string;
    readonly resources: readonly DiscoveredResource[];
  }[];
}

/** How protobuf has a field: its number and type, and what Go's JSON does with a zero. */
export interface ProtobufField {
  readonly n: number;
  readonly t: string;
  readonly repeated?: boolean;
  /** A map from strings to values of the type. */
  readonly map?: boolean;
  /** Go can tell a zero that was given from nothing. */
  readonly pointer?: boolean;
  readonly omitempty?: boolean;
  readonly omitzero?: boolean;
  /** JSON has its fields among those of the message it stands in. */
  readonly inline?: boolean;
  /** What Go calls it, if it is not its JSON name with a capital letter. */
  readonly go?: string;
}

/** How objects are written in protobuf. */
export interface ProtobufTable {
  /** Messages by `apps/v1 DaemonSet`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Fields of each message, `api/apps/v1.DaemonSet`, by their JSON names. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, ProtobufField>>>>;
}

/** One column of what `get` prints, as the API server defines it. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly priority?: number;
}

/** What is known of one release of Kubernetes. */
export interface Published {
  /** Every type, by name, of all group versions. */
  readonly schemas: Readonly<Record<string, PublishedSchema>>;
  /** API groups in the order of discovery, the core group first. */
  readonly groups: readonly DiscoveredGroup[];
  /** How Go declares the fields of each type: its type, JSON options and, after WITHIN, what is embedded with it. */
  readonly goFields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Fields, in order, of the structs that the API server works with itself and prints in refusals. */
  readonly internalFields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly protobuf: ProtobufTable;
  /** The columns of kinds, by API version and plural: `apps/v1/daemonsets`. */
  readonly tableColumns: Readonly<Record<string, readonly ColumnDefinition[]>>;
}

/** What stands before the names of the embedded structs that a field belongs to: `within=RuleWithOperations.Rule`. */
export const WITHIN = 'within=';

/** The file that `npm run api -- --source` writes beside the published ones. */
export const GO_FIELDS = 'go-fields.json';

/** The others. */
export const INTERNAL_FIELDS = 'internal-fields.json';
export const PROTOBUF = 'protobuf.json';

const OPENAPI = /^apis?_.*[.]json$/;

const readJson = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** An OpenAPI document as the API server answers it, or cut to its schemas. */
interface OpenApi {
  readonly schemas?: Readonly<Record<string, PublishedSchema>>;
  readonly components?: { readonly schemas: Readonly<Record<string, PublishedSchema>> };
}

/** Every type that a release's OpenAPI documents describe. */
export const readSchemas = (folder: string): Published['schemas'] =>
  Object.assign(
    {},
    ...readdirSync(folder)
      .filter((name) => OPENAPI.test(name))
      .map((name) => {
        const document = readJson(folder, name) as OpenApi;
        return document.components?.schemas ?? document.schemas;
      }),
  );

/** What the API server answers to `/version`. */
export const readVersion = (folder: string): { readonly gitVersion: string } =>
  readJson(folder, 'version.json') as { gitVersion: string };

/** Reads a release's folder; its README says what lies there. */
export const readPublished = (folder: string): Published => {
  const groups = (name: string) => (readJson(folder, name) as { items: DiscoveredGroup[] }).items;
  return {
    schemas: readSchemas(folder),
    groups: [...groups('discovery-api.json'), ...groups('discovery-apis.json')],
    goFields: readJson(folder, GO_FIELDS) as Published['goFields'],
    internalFields: readJson(folder, INTERNAL_FIELDS) as Published['internalFields'],
    protobuf: readJson(folder, PROTOBUF) as ProtobufTable,
    tableColumns: readJson(folder, 'table-columns.json') as Published['tableColumns'],
  };
};

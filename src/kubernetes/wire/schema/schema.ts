import published from './schemas-v1.36.data.json';
import supplement from './supplement.data.json';

/** A part of the API's published schema, cut to what decoding and patching read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-patch-strategy'?: string;
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }[];
}

/** A named type of the API, such as `io.k8s.api.core.v1.PodSpec`. */
export interface Definition {
  readonly name: string;
  readonly schema: Schema;
}

const definitions: ReadonlyMap<string, Definition> = new Map(
  Object.entries({ ...published, ...supplement } as Readonly<Record<string, Schema>>).map(
    ([name, schema]) => [name, { name, schema }],
  ),
);

const roots = new Map<string, Definition>();
for (const definition of definitions.values()) {
  for (const { group, version, kind } of definition.schema['x-kubernetes-group-version-kind'] ?? []) {
    roots.set(`${group === '' ? version : `${group}/${version}`} ${kind}`, definition);
  }
}

/** The type of a whole object, or undefined for a kind without a schema. */
export const definitionOf = (object: {
  readonly apiVersion: string;
  readonly kind: string;
}): Definition | undefined => roots.get(`${object.apiVersion} ${object.kind}`);

/** The type that a field refers to, or undefined if its schema is written in place. */
export const referenced = (schema: Schema): Definition | undefined =>
  schema.$ref === undefined ? undefined : definitions.get(schema.$ref);

/** A field's schema with its reference, if it has one, followed. */
export const resolved = (schema: Schema): Schema => referenced(schema)?.schema ?? schema;

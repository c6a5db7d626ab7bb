/** A value of JSON, of whatever sort. */
export type Json = unknown;

export type JsonObject = Readonly<Record<string, Json>>;

/** What a value must be like, whatever its type. */
export interface ValueRules {
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly maximum?: number;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly allOf?: readonly Structural[];
  readonly anyOf?: readonly Structural[];
  readonly oneOf?: readonly Structural[];
  readonly not?: Structural;
}

/**
 * The schema of a custom resource, as a CustomResourceDefinition holds it under `openAPIV3Schema`.
 * @see k8s.io/apiextensions-apiserver/pkg/apiserver/schema Structural
 */
export interface Structural extends ValueRules {
  readonly type?: string;
  /** What it means, for people. */
  readonly description?: string;
  readonly nullable?: boolean;
  readonly default?: Json;
  readonly properties?: Readonly<Record<string, Structural>>;
  readonly items?: Structural;
  /** `true` takes anything. */
  readonly additionalProperties?: Structural | boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
  /** Rules in CEL. They are never evaluated. */
  readonly 'x-kubernetes-validations'?: readonly unknown[];
}

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The schema of a field that is declared. */
export const propertyOf = (schema: Structural | undefined, field: string): Structural | undefined =>
  schema?.properties && Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined;

/** The schema of what a map holds; undefined if there is none, or if it takes anything. */
export const valuesOf = (schema: Structural | undefined): Structural | undefined =>
  typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;

/** The schema of a field, declared or not. */
export const schemaOf = (schema: Structural | undefined, field: string): Structural | undefined =>
  propertyOf(schema, field) ?? valuesOf(schema);

/** An object whose fields went through `change`; undefined takes one away. The object itself if nothing changed. */
export const mapObject = (
  object: JsonObject,
  change: (value: Json, field: string) => Json | undefined,
): JsonObject => {
  let result: Record<string, Json> | undefined;
  for (const [field, value] of Object.entries(object)) {
    const next = change(value, field);
    if (next === value) continue;
    result ??= { ...object };
    if (next === undefined) delete result[field];
    else result[field] = next;
  }
  return result ?? object;
};

/** A list whose items went through `change`; the list itself if nothing changed. */
export const mapList = (
  list: readonly Json[],
  change: (value: Json, index: number) => Json,
): readonly Json[] => {
  const next = list.map(change);
  return next.every((item, index) => item === list[index]) ? list : next;
};

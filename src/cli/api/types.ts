import { impliedType } from '../../kubernetes/wire/schema/goTypes';
import type { Schema } from '../../kubernetes/wire/schema/schema';
import { servedKindsOf } from './kinds';
import { type Published, type PublishedSchema, WITHIN } from './published';

const REFERENCE = '#/components/schemas/';

/** Types that write themselves, and what they write when they hold nothing. */
const EMPTY: Readonly<Record<string, unknown>> = {
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': null,
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': null,
  'io.k8s.apimachinery.pkg.runtime.RawExtension': null,
  'io.k8s.apimachinery.pkg.api.resource.Quantity': '0',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 0,
};

const ZERO: Readonly<Record<string, unknown>> = { string: '', integer: 0, number: 0, boolean: false };

const isZero = (value: unknown): boolean => value === '' || value === 0 || value === false;

/** References are wrapped where they have a default. */
const referenceIn = ({ $ref, allOf }: PublishedSchema): string | undefined =>
  ($ref ?? allOf?.[0]?.$ref)?.slice(REFERENCE.length);

/** What is written of a field that nobody set; undefined if nothing is. */
const writtenWhenAbsent = (
  schema: PublishedSchema,
  isPointer: boolean,
  options: readonly string[],
): unknown => {
  const reference = referenceIn(schema);
  const omitted = options.includes('omitempty');
  const given = schema.default;
  if (given !== undefined && reference === undefined && !(omitted && isZero(given))) return given;
  if (isPointer) return omitted ? undefined : null;
  // Go leaves out empty scalars, lists and maps, but no empty struct, unless it is told to.
  if (reference !== undefined) {
    if (options.includes('omitzero')) return undefined;
    return reference in EMPTY ? EMPTY[reference] : {};
  }
  if (omitted) return undefined;
  return schema.format === 'byte' ? null : (ZERO[schema.type ?? ''] ?? null);
};

/** What a field says beside what its Go declaration tells. */
const cut = (schema: PublishedSchema): Schema => {
  const reference = referenceIn(schema);
  const { items, additionalProperties: values } = schema;
  const strategy = schema['x-kubernetes-patch-strategy'];
  const mergeKey = schema['x-kubernetes-patch-merge-key'];
  const listType = schema['x-kubernetes-list-type'];
  const mapKeys = schema['x-kubernetes-list-map-keys'];
  const mapType = schema['x-kubernetes-map-type'];
  return {
    ...(reference === undefined ? {} : { $ref: reference }),
    ...(schema.type === undefined ? {} : { type: schema.type }),
    ...(schema.format === undefined ? {} : { format: schema.format }),
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...(items === undefined ? {} : { items: cut(items) }),
    ...(values === undefined ? {} : { additionalProperties: cut(values) }),
    ...(mergeKey === undefined ? {} : { 'x-kubernetes-patch-merge-key': mergeKey }),
    ...(strategy === undefined ? {} : { 'x-kubernetes-patch-strategy': strategy }),
    // A list that says nothing is atomic, a map that says nothing is granular.
    ...(listType === undefined || listType === 'atomic' ? {} : { 'x-kubernetes-list-type': listType }),
    ...(mapKeys === undefined ? {} : { 'x-kubernetes-list-map-keys': mapKeys }),
    ...(mapType === undefined || mapType === 'granular' ? {} : { 'x-kubernetes-map-type': mapType }),
  };
};

const SCALARS = new Set(Object.keys(ZERO));

const fieldOf = (schema: PublishedSchema, declared: string): Schema => {
  const [type = '', ...options] = declared.split(',');
  const within = options.find((option) => option.startsWith(WITHIN))?.slice(WITHIN.length);
  const isPointer = type.startsWith('*');
  const written = writtenWhenAbsent(schema, isPointer, options);
  const field = cut(schema);
  const goType = type.replace(/^[*]/, '');
  return {
    ...field,
    ...(impliedType(field) === goType ? {} : { goType }),
    ...(within === undefined ? {} : { within }),
    ...(isPointer && SCALARS.has(schema.type ?? '') ? { pointer: true } : {}),
    ...(written === undefined ? {} : { default: written }),
  };
};

const typeOf = (schema: PublishedSchema, declared: Readonly<Record<string, string>>): Schema => ({
  ...cut(schema),
  ...(schema.required === undefined ? {} : { required: schema.required }),
  ...(schema.properties === undefined
    ? {}
    : {
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([key, field]) => [key, fieldOf(field, declared[key] ?? '')]),
        ),
      }),
});

/** The names of the types that a schema mentions. */
const mentions = (schema: PublishedSchema): readonly string[] => {
  const reference = referenceIn(schema);
  const parts = [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})];
  return [
    ...(reference === undefined ? [] : [reference]),
    ...parts.flatMap((part) => (part === undefined ? [] : mentions(part))),
  ];
};

const typed = (apiVersion: string, kind: string): string => `${apiVersion} ${kind}`;

/** The types of the kinds that bodies of requests have, by `apps/v1 DaemonSet`: resources and their subresources. */
const kindTypes = ({ schemas, groups }: Published): Readonly<Record<string, string>> => {
  const served = new Set<string>();
  for (const { apiVersion, kind, subresources } of servedKindsOf({ groups })) {
    served.add(typed(apiVersion, kind));
    for (const each of subresources) served.add(typed(each.apiVersion, each.kind));
  }
  const types: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      const key = typed(group === '' ? version : `${group}/${version}`, kind);
      if (served.has(key)) types[key] = name;
    }
  }
  return types;
};

/** Kinds and types, as `schema.ts` reads them. */
export interface CompactTypes {
  readonly kinds: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, Schema>>;
}

/**
 * The types that bodies of requests are made of, cut to what the program reads, with what Go adds to the schema: the
 * name of a type, whether a field is a pointer, and what is written of a field that nobody set.
 */
export const compactTypes = (published: Published): CompactTypes => {
  const { schemas, goFields } = published;
  const kinds = kindTypes(published);
  const types: Record<string, Schema> = {};
  const pending = [...Object.values(kinds)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const schema = schemas[name];
    if (!schema || name in types) continue;
    types[name] = typeOf(schema, goFields[name] ?? {});
    pending.push(...mentions(schema));
  }
  return { kinds: sorted(kinds), types: sorted(types) };
};

const sorted = <T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

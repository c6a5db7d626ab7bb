import { roundedToMilli } from '../../fields/exactQuantity';
import { encodeBytes, firstIllegal } from './base64';
import { elementType, goType, structName } from './goTypes';
import { type Definition, definitionNamed, fieldOf, referenced, type Schema } from './schema';
import { isInteger, readItself, Stop } from './selfReading';
import { converterWords, type Dialect, type GoField, jsonWords, type Shape } from './words';

type Json = Readonly<Record<string, unknown>>;

/** Where the decoder is. */
interface Context {
  /** The Go struct whose field is being read; undefined at the very top. */
  readonly struct?: string;
  /** The field's path as type errors print it, without indices. */
  readonly path: string;
  /** The field's path as strict errors print it, with indices. */
  readonly strict: string;
}

const MOST_STRICT_ERRORS = 100;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads one JSON document as a Go API type would: remembers the first value that does not fit, collects unknown
 * fields, and drops what Go drops (nulls, empty lists and maps, zeros that say nothing). Quantities come out in
 * canonical form.
 */
export class Decoder {
  readonly unknownFields: string[] = [];
  #mismatch: string | undefined;
  readonly #words: Dialect;
  readonly #drops: boolean;

  /** @param options `drops`: unknown fields are left out, and not collected */
  constructor(words: Dialect, { drops = false } = {}) {
    this.#words = words;
    this.#drops = drops;
  }

  /** @returns the clean document (the same one if it was clean already), or the first error. */
  decode<T extends object>(
    document: T,
    type: Definition,
  ): { readonly value: T } | { readonly error: string } {
    try {
      const value = this.#struct(document, type, { path: '', strict: '' }) as T;
      return this.#mismatch === undefined ? { value } : { error: this.#mismatch };
    } catch (stop) {
      if (stop instanceof Stop) return { error: stop.message };
      throw stop;
    }
  }

  #misfit(value: unknown, type: string, shape: Shape, context: Context): undefined {
    this.#mismatch ??= this.#words.mismatch(value, type, shape, context);
    return undefined;
  }

  #value(value: unknown, schema: Schema, type: string, context: Context): unknown {
    const definition = referenced(schema);
    if (definition) {
      const name = structName(definition.name);
      const itself = readItself(name, value, this.#words, context, readLeniently);
      if (itself !== undefined) return itself.value;
      if (definition.schema.type === 'object') return this.#struct(value, definition, context, type);
      return this.#value(value, definition.schema, type, context);
    }
    switch (schema.type) {
      case 'array':
        return Array.isArray(value)
          ? this.#list(value, schema, type, context)
          : this.#misfit(value, type, 'array', context);
      case 'object':
        return isObject(value)
          ? this.#map(value, schema, type, context)
          : this.#misfit(value, type, 'map', context);
      case 'integer':
        return isInteger(value, schema.format ?? 'int64')
          ? value
          : this.#misfit(value, type, 'integer', context);
      case 'number':
        if (typeof value === 'bigint') return Number(value);
        return typeof value === 'number' ? value : this.#misfit(value, type, 'number', context);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#misfit(value, type, 'boolean', context);
      case 'string':
        if (schema.format === 'byte' && Array.isArray(value)) return this.#byteList(value, context);
        if (typeof value !== 'string') return this.#misfit(value, type, 'string', context);
        return schema.format === 'byte' ? this.#bytes(value) : value;
      default:
        return value;
    }
  }

  #bytes(text: string): string {
    const at = firstIllegal(text);
    if (at !== undefined) this.#mismatch ??= `illegal base64 data at input byte ${at}`;
    return text;
  }

  /** To Go a list of small numbers is as good as base64. */
  #byteList(list: readonly unknown[], context: Context): string {
    const bytes = list.map((entry) => {
      if (entry === null) return 0;
      if (isInteger(entry, 'uint8')) return Number(entry);
      this.#misfit(entry, 'uint8', 'integer', context);
      return 0;
    });
    return encodeBytes(bytes);
  }

  #struct(value: unknown, { name, schema }: Definition, context: Context, type?: string): unknown {
    if (!isObject(value)) return this.#misfit(value, type ?? name, 'struct', context);
    const struct = structName(name);
    let result: Record<string, unknown> | undefined;
    for (const [key, field] of Object.entries(value)) {
      if (field === undefined) continue;
      const fieldSchema = fieldOf(schema, key);
      const strict = context.strict === '' ? key : `${context.strict}.${key}`;
      if (!fieldSchema) {
        if (this.#drops) {
          result ??= { ...value };
          delete result[key];
        } else if (this.unknownFields.length < MOST_STRICT_ERRORS) this.unknownFields.push(strict);
        continue;
      }
      const path = pathTo(context.path, fieldSchema.within, key);
      const next =
        field === null
          ? nullOf(fieldSchema)
          : this.#value(field, fieldSchema, goType(fieldSchema), { struct, path, strict });
      const drops = isEmpty(next, fieldSchema) && !schema.required?.includes(key);
      const kept = drops ? undefined : next;
      if (kept === field) continue;
      result ??= { ...value };
      if (kept === undefined) delete result[key];
      else result[key] = kept;
    }
    return result ?? value;
  }

  #list(list: readonly unknown[], schema: Schema, type: string, context: Context): unknown {
    const items = schema.items ?? {};
    const item = elementType(type, items);
    const next = list.map((entry, index) =>
      entry === null
        ? zeroOf(items)
        : this.#value(entry, items, item, { ...context, strict: `${context.strict}[${index}]` }),
    );
    return next.every((entry, index) => entry === list[index]) ? list : next;
  }

  #map(map: Json, schema: Schema, type: string, context: Context): unknown {
    const values = schema.additionalProperties;
    if (!values) return map;
    const item = elementType(type, values);
    const isResourceList = referenced(values)?.name.endsWith('.Quantity');
    let result: Record<string, unknown> | undefined;
    for (const [key, entry] of Object.entries(map)) {
      const read =
        entry === null
          ? zeroOf(values)
          : this.#value(entry, values, item, { ...context, strict: `${context.strict}.${key}` });
      const next = isResourceList ? roundedToMilli(read as string) : read;
      if (next === entry) continue;
      result ??= { ...map };
      result[key] = next;
    }
    return result ?? map;
  }
}

/** Go's decoder names the structs that a field is embedded with, though JSON does not show them. */
const pathTo = (parent: string, within: string | undefined, key: string): string => {
  const own = within === undefined ? key : `${within}.${key}`;
  return parent === '' ? own : `${parent}.${own}`;
};

/**
 * Types that read themselves read what they hold on their own: its fields may be unknown, and are dropped. Of a value
 * that does not fit, the decoder around them says where they stand, with the struct that it is at itself.
 * @see sigs.k8s.io/json decodeState.addErrorContext
 */
const readLeniently = (document: Json, type: string, words: Dialect, at: GoField): Json => {
  const definition = definitionNamed(type);
  if (!definition) return document;
  const within: Dialect = {
    mismatch: (value, goType, shape, field) =>
      words === converterWords
        ? jsonWords.mismatch(value, goType, shape, field)
        : words.mismatch(value, goType, shape, { ...at, path: `${at.path}.${field.path}` }),
  };
  const read = new Decoder(within, { drops: true }).decode(document, definition);
  if ('error' in read) throw new Stop(read.error);
  return read.value;
};

/** Whether Go, once it has read a zero for this field, cannot tell it from one that was left out. */
const isNothing = (zero: unknown, { $ref, pointer, default: written }: Schema): boolean =>
  $ref === undefined && !pointer && written !== zero;

/** Go drops nulls, but for times that are no pointers: it prints those that are not set as null. */
const nullOf = (schema: Schema): null | undefined =>
  schema.default === null && /\.(Micro)?Time$/.test(schema.$ref ?? '') ? null : undefined;

const ZEROS: Readonly<Record<string, unknown>> = {
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  array: [],
};

/** What Go leaves in a list or map where the document says null. */
const zeroOf = (schema: Schema): unknown => {
  const definition = referenced(schema);
  if (!definition) return ZEROS[schema.type ?? ''] ?? {};
  const struct = structName(definition.name);
  if (struct === 'JSON') return null;
  return struct === 'Quantity' ? '0' : {};
};

/** An empty list of them asks the server to forget them. */
const MANAGED_FIELDS = 'io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry';

/**
 * Empty lists and maps are not written back, nor zeros that Go cannot tell from nothing. An object that may be empty
 * (`emptyDir: {}`) is no map.
 */
const isEmpty = (value: unknown, schema: Schema): boolean => {
  if (value === undefined) return true;
  if (value === false || value === 0 || value === '') return isNothing(value, schema);
  if (schema.$ref !== undefined) return false;
  if (Array.isArray(value)) return value.length === 0 && schema.items?.$ref !== MANAGED_FIELDS;
  return schema.additionalProperties !== undefined && isObject(value) && Object.keys(value).length === 0;
};

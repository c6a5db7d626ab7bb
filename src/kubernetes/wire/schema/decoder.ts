import { firstIllegal } from './base64';
import { canonicalQuantity, readQuantity, roundedToMilli } from './exactQuantity';
import { elementType, goType, structName } from './goTypes';
import { type Definition, referenced, type Schema } from './schema';
import { timeProblem } from './timestamps';
import type { Dialect, Shape } from './words';
import { isUnset } from './zeroValues';

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

/** An error at which Go's decoder stops at once: a quantity, time or int-or-string that reads itself. */
class Stop extends Error {}

const MOST_STRICT_ERRORS = 100;
const LIMITS: Readonly<Record<string, number>> = { int32: 2 ** 31, int64: 2 ** 63 };
const OPAQUE = new Set(['RawExtension', 'FieldsV1']);

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

  constructor(words: Dialect) {
    this.#words = words;
  }

  /** @returns the clean document (the same one if it was clean already), or the first error. */
  decode(document: Json, type: Definition): { readonly value: Json } | { readonly error: string } {
    try {
      const value = this.#struct(document, type, { path: '', strict: '' }) as Json;
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
      const special = this.#special(name, value, context);
      if (special !== undefined) return special.value;
      if (definition.schema.properties) return this.#struct(value, definition, context, type);
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
        return this.#integer(value, type, schema.format ?? 'int64', context);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#misfit(value, type, 'boolean', context);
      case 'string':
        if (typeof value !== 'string') return this.#misfit(value, type, 'string', context);
        return schema.format === 'byte' ? this.#bytes(value) : value;
      default:
        return value;
    }
  }

  #integer(value: unknown, type: string, format: string, context: Context): unknown {
    return isInteger(value, format) ? value : this.#misfit(value, type, 'integer', context);
  }

  #bytes(text: string): string {
    const at = firstIllegal(text);
    if (at !== undefined) this.#mismatch ??= `illegal base64 data at input byte ${at}`;
    return text;
  }

  #struct(value: unknown, { name, schema }: Definition, context: Context, type?: string): unknown {
    if (!isObject(value)) return this.#misfit(value, type ?? name, 'struct', context);
    const struct = structName(name);
    let result: Record<string, unknown> | undefined;
    for (const [key, field] of Object.entries(value)) {
      if (field === undefined) continue;
      const fieldSchema = schema.properties?.[key];
      const strict = context.strict === '' ? key : `${context.strict}.${key}`;
      if (!fieldSchema) {
        if (this.unknownFields.length < MOST_STRICT_ERRORS) this.unknownFields.push(strict);
        continue;
      }
      const path = context.path === '' ? key : `${context.path}.${key}`;
      const next =
        field === null
          ? nullOf(struct, fieldSchema)
          : this.#value(field, fieldSchema, goType(name, key, fieldSchema), { struct, path, strict });
      const drops =
        (isEmpty(next, fieldSchema) || isUnset(next, struct, key)) && !schema.required?.includes(key);
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

  /** Types that read themselves; undefined for the others. */
  #special(name: string, value: unknown, context: Context): { readonly value: unknown } | undefined {
    if (OPAQUE.has(name)) return { value };
    if (name === 'Quantity') return { value: quantity(value) };
    if (name === 'IntOrString') {
      if (typeof value === 'string') return { value };
      if (!isInteger(value, 'int32'))
        throw new Stop(this.#words.mismatch(value, 'int32', 'integer', context));
      return { value };
    }
    if (name === 'Time' || name === 'MicroTime') {
      if (typeof value !== 'string') throw new Stop(this.#words.mismatch(value, 'string', 'string', context));
      const problem = timeProblem(value);
      if (problem) throw new Stop(problem);
      return { value };
    }
    return undefined;
  }
}

const quantity = (value: unknown): string => {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  const read = readQuantity(text);
  if (typeof read === 'string') throw new Stop(read);
  return canonicalQuantity(text);
};

const isInteger = (value: unknown, format: string): boolean => {
  const limit = LIMITS[format] ?? 2 ** 63;
  return typeof value === 'number' && Number.isInteger(value) && value < limit && value >= -limit;
};

/** Go drops nulls, but for times outside of metadata: it prints those that are not set as null. */
const nullOf = (struct: string, schema: Schema): null | undefined =>
  struct !== 'ObjectMeta' && /\.(Micro)?Time$/.test(schema.$ref ?? '') ? null : undefined;

/** What Go leaves in a list or map where the document says null. */
const zeroOf = (schema: Schema): unknown => {
  const definition = referenced(schema);
  if (definition) return structName(definition.name) === 'Quantity' ? '0' : {};
  return schema.type === 'string' ? '' : schema.type === 'array' ? [] : {};
};

/** Empty lists and maps are not written back. An object that may be empty (`emptyDir: {}`) is no map. */
const isEmpty = (value: unknown, schema: Schema): boolean => {
  if (value === undefined) return true;
  if (schema.$ref !== undefined) return false;
  if (Array.isArray(value)) return value.length === 0;
  return schema.additionalProperties !== undefined && isObject(value) && Object.keys(value).length === 0;
};

import { absent, changePart, each, type Part } from '../../fields/fill';
import { type Definition, referenced, type Schema } from './schema';

/** What Go code fills in beside, by the whole name of the type it is for. */
export type TypeDefaults = Readonly<Record<string, (part: Part) => Part>>;

const NONE: TypeDefaults = {};

/** A field that is written even if nobody set it. */
interface Written {
  readonly field: string;
  readonly value: unknown;
  readonly schema: Schema;
  /** Validation wants to see whether an empty list was given. */
  readonly required: boolean;
}

/** Where a type has something to fill in: its own fields, and fields that hold other types. */
interface Plan {
  readonly written: readonly Written[];
  readonly nested: readonly (readonly [field: string, fill: (value: never, more: TypeDefaults) => unknown])[];
}

const plans = new WeakMap<Definition, Plan>();

const isStruct = ({ schema }: Definition): boolean => schema.properties !== undefined;

/** How to fill what a field holds; undefined if there is nothing to fill. */
const filling = (schema: Schema): ((value: never, more: TypeDefaults) => unknown) | undefined => {
  const definition = referenced(schema);
  if (definition) {
    return isStruct(definition) ? (part: Part, more) => defaultsBySchema(part, definition, more) : undefined;
  }
  const item = schema.items ?? schema.additionalProperties;
  const inner = item && filling(item);
  if (!inner) return undefined;
  if (schema.items)
    return (list: readonly never[], more) => each((value: never) => inner(value, more) as never)(list);
  return (map: Part, more) =>
    Object.keys(map).reduce(
      (filled, key) => changePart(filled, key, (value: never) => inner(value, more)),
      map,
    );
};

const planOf = (definition: Definition): Plan => {
  let plan = plans.get(definition);
  if (plan === undefined) {
    const fields = Object.entries(definition.schema.properties ?? {});
    plan = {
      written: fields.flatMap(([field, schema]) => {
        const { default: value } = schema;
        const required = definition.schema.required?.includes(field) ?? false;
        return value === undefined ? [] : [{ field, value, schema, required }];
      }),
      nested: fields.flatMap(([field, schema]) => {
        const fill = filling(schema);
        return fill ? [[field, fill] as const] : [];
      }),
    };
    plans.set(definition, plan);
  }
  return plan;
};

const isEmptyCollection = (value: unknown, { $ref }: Schema): boolean =>
  $ref === undefined && typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Given nothing, or as little as Go makes nothing of once it is stored: an empty list where there is no `omitempty`. */
const isMissing = (given: unknown, { value, schema, required }: Written): boolean => {
  if (absent(given)) return given !== value;
  if (value === null) return !required && isEmptyCollection(given, schema);
  return given === '' && value !== '' && !schema.pointer;
};

/**
 * Fills in what the API server writes of every object of a type, whoever sent it: the fields that Go does not leave
 * out, as zeros, empty objects or nulls (`status: {}`, `replicas: 0`, `rules: null`), and the defaults that the
 * schema declares (`protocol: TCP`). Parts that lack nothing keep their identity.
 *
 * @param more what Go code fills in beside, from the outside inwards, before the fields of the schema
 */
export const defaultsBySchema = <T extends Part>(part: T, definition: Definition, more = NONE): T => {
  const plan = planOf(definition);
  const start = more[definition.name]?.(part) ?? part;
  let result: Part = start;
  for (const written of plan.written) {
    if (!isMissing(result[written.field], written)) continue;
    if (result === start) result = { ...start };
    (result as Record<string, unknown>)[written.field] = written.value;
  }
  for (const [field, fill] of plan.nested)
    result = changePart(result, field, (value: never) => fill(value, more));
  return result as T;
};

import { expect } from 'chai';
import { servedKinds } from '../../../kubernetes/kinds/served';
import {
  type Definition,
  definitionOf,
  referenced,
  type Schema,
} from '../../../kubernetes/wire/schema/schema';
import { PLAIN_FIELDS, PLAIN_FIELDS_OF_TYPES } from './plainFields.testkit';
import { REFERENCES, shortTypeName } from './references';
import { SITUATED } from './situated';

/** True of a text, a list of texts, a map to texts. */
const isTextual = (schema: Schema): boolean =>
  schema.$ref === undefined &&
  (schema.items
    ? isTextual(schema.items)
    : schema.additionalProperties
      ? isTextual(schema.additionalProperties)
      : schema.type === 'string' && schema.enum === undefined && schema.format === undefined);

const typesBelow = (schema: Schema): readonly Definition[] => {
  const definition = referenced(schema);
  if (definition) return [definition];
  const inner = [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})];
  return inner.flatMap((each) => (each ? typesBelow(each) : []));
};

const kinds = servedKinds.flatMap((kind) => [kind, ...kind.subresources]);

/** Every type that objects of Kubernetes are made of. */
const everyType = (): readonly Definition[] => {
  const all = new Map<string, Definition>();
  const meet = (definition: Definition | undefined): void => {
    if (!definition || all.has(definition.name)) return;
    all.set(definition.name, definition);
    for (const each of typesBelow(definition.schema)) meet(each);
  };
  for (const kind of kinds) meet(definitionOf(kind));
  return [...all.values()];
};

const types = new Set(kinds.map((kind) => definitionOf(kind)?.name));

/** Every field that holds texts, as `core.v1.PodSpec.nodeName`. */
const fieldsOfTexts = everyType().flatMap(({ name, schema }) =>
  Object.entries(schema.properties ?? {})
    .filter(([field, inner]) => isTextual(inner) && !(field === 'apiVersion' && types.has(name)))
    .map(([field]) => ({ type: shortTypeName(name), field })),
);

describe('The table of references', () => {
  it('says of every field of Kubernetes that holds texts whether they are names', () => {
    const unknown = fieldsOfTexts.filter(
      ({ type, field }) =>
        !(`${type}.${field}` in REFERENCES) &&
        !(type in SITUATED) &&
        !PLAIN_FIELDS.has(field) &&
        !PLAIN_FIELDS_OF_TYPES.has(`${type}.${field}`),
    );
    expect(unknown.map(({ type, field }) => `${type}.${field}`)).to.deep.equal([]);
  });

  it('speaks of fields and types that there are', () => {
    const fields = new Set(fieldsOfTexts.map(({ type, field }) => `${type}.${field}`));
    const known = new Set(everyType().map(({ name }) => shortTypeName(name)));
    expect(Object.keys(REFERENCES).filter((each) => !fields.has(each))).to.deep.equal([]);
    expect([...PLAIN_FIELDS_OF_TYPES].filter((each) => !fields.has(each))).to.deep.equal([]);
    expect(Object.keys(SITUATED).filter((each) => !known.has(each))).to.deep.equal([]);
  });

  it('names types that no two types share', () => {
    const names = everyType().map(({ name }) => shortTypeName(name));
    expect(names.length).to.equal(new Set(names).size);
  });
});

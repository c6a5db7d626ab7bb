import type { Structural } from '../../../wire/structural/structural';
import type { CustomResourceDefinition } from './definition';

/** The formats of text that the API server checks, without hyphens: `date-time` and `datetime` are one. */
const OF_TEXT = new Set(
  (
    'bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn ' +
    'hexcolor rgbcolor byte password date duration datetime k8sshortname k8slongname'
  ).split(' '),
);

const OF_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/** A schema, with everything that may hold another. */
type Given = Structural & {
  readonly format?: string;
  readonly type?: string;
  readonly [field: string]: unknown;
};

const isKnown = ({ type = '', format = '' }: Given): boolean =>
  type === '' || type === 'string'
    ? OF_TEXT.has(format.replaceAll('-', ''))
    : (OF_NUMBERS[type]?.includes(format) ?? false);

const LISTS = ['allOf', 'anyOf', 'oneOf'];
const MAPS = ['properties', 'patternProperties', 'definitions'];
const SINGLE = ['items', 'not', 'additionalProperties', 'additionalItems'];

const isSchema = (value: unknown): value is Given => typeof value === 'object' && value !== null;

const within = (schema: Given): readonly Given[] =>
  [
    ...LISTS.flatMap((field) => (schema[field] ?? []) as readonly unknown[]),
    ...MAPS.flatMap((field) => Object.values(schema[field] ?? {})),
    ...SINGLE.map((field) => schema[field]),
  ].filter(isSchema);

const unknownIn = (schema: Given): readonly string[] => [
  ...(schema.format && !isKnown(schema) ? [schema.format] : []),
  ...within(schema).flatMap(unknownIn),
];

const unknownOf = ({ spec }: CustomResourceDefinition): readonly string[] =>
  spec.versions.flatMap(({ schema }) =>
    isSchema(schema?.openAPIV3Schema) ? unknownIn(schema.openAPIV3Schema) : [],
  );

/**
 * Of formats that nobody checks a definition is warned, each of them once; of those it had before, not again.
 * @see k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go WarningsOnCreate, WarningsOnUpdate
 */
export const warningsOfFormats = (
  definition: CustomResourceDefinition,
  current?: CustomResourceDefinition,
): readonly string[] => {
  const before = new Set(current ? unknownOf(current) : []);
  return [...new Set(unknownOf(definition))]
    .filter((format) => !before.has(format))
    .map((format) => `unrecognized format ${JSON.stringify(format)}`);
};

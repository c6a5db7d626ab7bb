import * as fc from 'fast-check';
import { type Field, messageNamed, type Scalar } from './messages';

/** A field as somebody sets it, and as it comes back; undefined for nothing. */
interface Sample {
  readonly given: unknown;
  readonly read: unknown;
}

const same = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> =>
  values.map((value) => ({ given: value, read: value }));

const text = fc.oneof(fc.constantFrom('', 'a', 'log-agent', '€', '\0'), fc.string({ maxLength: 6 }));

const SCALARS: Readonly<Record<Scalar, fc.Arbitrary<unknown>>> = {
  string: text,
  bytes: fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  bool: fc.boolean(),
  int32: fc.oneof(fc.constant(0), fc.integer()),
  int64: fc.oneof(
    fc.constant(0),
    fc.maxSafeInteger(),
    fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n - 1n), 2n ** 53n + 1n),
  ),
  double: fc.oneof(
    fc.constant(0),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  ),
};

const json = fc.oneof(
  fc.constantFrom<unknown>(0, '', false, [], {}, { 'f:a': { '.': {} } }, 2n ** 60n + 1n),
  fc.dictionary(text, fc.integer(), { maxKeys: 2, noNullPrototype: true }),
);

const META = 'apimachinery/pkg/apis/meta/v1';
const EXTENSIONS = 'apiextensions-apiserver/pkg/apis/apiextensions/v1';
const SCHEMA = `${EXTENSIONS}.JSONSchemaProps`;

const nullable = (values: fc.Arbitrary<unknown>, none: unknown): fc.Arbitrary<Sample> =>
  fc.oneof(same(values), fc.constant({ given: undefined, read: none }));

const texts = same(fc.array(text, { maxLength: 2 }));

/** Types that JSON has another way of writing, by the end of their names. */
const OWN_WAYS: Readonly<Record<string, (depth: number) => fc.Arbitrary<Sample>>> = {
  [`${META}.Time`]: () => nullable(fc.constantFrom('1969-12-31T23:59:59Z', '2026-11-26T09:00:01Z'), null),
  [`${META}.MicroTime`]: () =>
    nullable(fc.constantFrom('2026-11-26T09:00:01.000001Z', '1969-12-31T23:59:59.999999Z'), null),
  [`${META}.FieldsV1`]: () => same(json),
  [`${META}.Verbs`]: () => texts,
  'api/authentication/v1.ExtraValue': () => texts,
  'api/authorization/v1.ExtraValue': () => texts,
  'api/certificates/v1.ExtraValue': () => texts,
  'apimachinery/pkg/api/resource.Quantity': () =>
    fc.oneof(
      nullable(fc.constantFrom('0', '500m', '1Gi', '3', '-2k', '1e3'), '0'),
      fc.constantFrom({ given: '1024Mi', read: '1Gi' }, { given: '0.1', read: '100m' }),
    ),
  'apimachinery/pkg/runtime.RawExtension': () => nullable(json, null),
  'apimachinery/pkg/util/intstr.IntOrString': () => nullable(fc.oneof(fc.integer(), text), 0),
  [`${EXTENSIONS}.JSON`]: () => nullable(json, null),
  [`${EXTENSIONS}.JSONSchemaPropsOrArray`]: (depth) => fc.oneof(sampleOf(SCHEMA, depth), several(depth)),
  [`${EXTENSIONS}.JSONSchemaPropsOrStringArray`]: (depth) =>
    fc.oneof(sampleOf(SCHEMA, depth), same(fc.array(text, { minLength: 1, maxLength: 2 }))),
  [`${EXTENSIONS}.JSONSchemaPropsOrBool`]: (depth) => fc.oneof(sampleOf(SCHEMA, depth), same(fc.boolean())),
};

const several = (depth: number): fc.Arbitrary<Sample> =>
  fc
    .array(sampleOf(SCHEMA, depth), { minLength: 1, maxLength: 2 })
    .map((all) => ({ given: all.map(({ given }) => given), read: all.map(({ read }) => read) }));

const isZero = (value: unknown): boolean => value === 0 || value === '' || value === false;

/** Something of a type that is there. */
const something = ({ scalar, t }: Field, depth: number): fc.Arbitrary<Sample> =>
  scalar ? same(SCALARS[scalar]) : (OWN_WAYS[t]?.(depth - 1) ?? sampleOf(t, depth - 1));

/** A field of a message, set or not. @param depth how far down fields that may be left out are set */
const fieldSample = (field: Field, depth: number): fc.Arbitrary<Sample> => {
  const { map, repeated, pointer, omitempty, omitzero, scalar } = field;
  const absent: Sample = { given: undefined, read: omitempty ? undefined : null };
  const sometimes = (samples: () => fc.Arbitrary<Sample>) =>
    depth <= 0
      ? fc.constant(absent)
      : fc.oneof({ weight: 4, arbitrary: fc.constant(absent) }, { weight: 1, arbitrary: samples() });
  if (map)
    return sometimes(() =>
      fc
        .dictionary(text, something(field, depth), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
        .map((all) => ({
          given: Object.fromEntries(Object.entries(all).map(([key, { given }]) => [key, given])),
          read: Object.fromEntries(Object.entries(all).map(([key, { read }]) => [key, read])),
        })),
    );
  if (repeated)
    return sometimes(() =>
      fc.array(something(field, depth), { minLength: 1, maxLength: 2 }).map((all) => ({
        given: all.map(({ given }) => given),
        read: all.map(({ read }) => read),
      })),
    );
  if (pointer) return sometimes(() => something(field, depth).filter(({ given }) => given !== undefined));
  if (scalar === 'bytes')
    // What JSON leaves out if it is empty cannot come back in the same bytes.
    return sometimes(() => something(field, depth).filter(({ given }) => !omitempty || given !== ''));
  if (scalar)
    return something(field, depth).map(({ given, read }) => ({
      given,
      read: omitempty && isZero(read) ? undefined : read,
    }));
  return something(field, depth).map((sample) =>
    omitzero && sample.read === null ? { ...sample, read: undefined } : sample,
  );
};

const known = new Map<string, fc.Arbitrary<Sample>>();

/** A message with any of its fields, and what Go's JSON makes of it. */
export const sampleOf = (name: string, depth: number): fc.Arbitrary<Sample> => {
  const key = `${name} ${Math.max(depth, 0)}`;
  const samples = known.get(key) ?? messageSample(name, depth);
  known.set(key, samples);
  return samples;
};

const messageSample = (name: string, depth: number): fc.Arbitrary<Sample> => {
  const { fields } = messageNamed(name);
  return fc.tuple(...fields.map((field) => fieldSample(field, depth))).map((samples) => {
    const [given, read]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
    fields.forEach((field, index) => {
      const sample = samples[index];
      if (field.inline) {
        Object.assign(given, sample?.given);
        Object.assign(read, sample?.read);
        return;
      }
      if (sample?.given !== undefined) given[field.name] = sample.given;
      if (sample?.read !== undefined) read[field.name] = sample.read;
    });
    return { given, read };
  });
};

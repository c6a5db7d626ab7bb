import { expect } from 'chai';
import { definitionNamed, type Schema } from '../../wire/schema/schema';
import { admissionRules } from './rules/admission';
import { autoscalingRules } from './rules/autoscaling';
import { networkingRules } from './rules/networking';
import { otherRules } from './rules/others';
import type { TypeRules } from './rules/rule';
import { serviceRules } from './rules/services';
import { volumeRules } from './rules/volumes';
import { workloadRules } from './rules/workloads';

const rules: TypeRules = {
  ...admissionRules,
  ...autoscalingRules,
  ...networkingRules,
  ...otherRules,
  ...serviceRules,
  ...volumeRules,
  ...workloadRules,
};

/** Values that a type knows from its past, or from elsewhere, and that validation refuses. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'io.k8s.api.admissionregistration.v1.ValidatingWebhook sideEffects': ['Some', 'Unknown'],
  'io.k8s.api.admissionregistration.v1.MutatingWebhook sideEffects': ['Some', 'Unknown'],
  'io.k8s.api.storage.v1.StorageClass reclaimPolicy': ['Recycle'],
};

/** The fields of a type of which the schema lists the values. */
const listed = (
  type: string,
): readonly (readonly [field: string, schema: Schema, values: readonly string[]])[] =>
  Object.entries(definitionNamed(type)?.schema.properties ?? {}).flatMap(([field, schema]) => {
    const values = schema.enum ?? schema.items?.enum;
    const refused = REFUSED[`${type} ${field}`] ?? [];
    return values ? [[field, schema, values.filter((value) => !refused.includes(value))] as const] : [];
  });

/** What the rules of a type say of a value, apart from all else. */
const unsupported = (type: string, field: string, schema: Schema, value: string): readonly string[] =>
  (rules[type] ?? [])
    .flatMap((rule) => rule({ [field]: schema.items ? [value] : value }, ''))
    .filter((cause) => cause.reason === 'FieldValueNotSupported' && cause.field.startsWith(field))
    .map(({ message }) => message);

describe('values that the schema lists', () => {
  for (const type of Object.keys(rules)) {
    for (const [field, schema, values] of listed(type)) {
      it(`are taken as the ${field} of ${type}, all of them`, () => {
        for (const value of values) expect(unsupported(type, field, schema, value)).to.deep.equal([]);
      });

      it(`are those that are named if another is the ${field} of ${type}`, () => {
        for (const message of unsupported(type, field, schema, 'Nonsense')) {
          const [, named = ''] = message.split('supported values: ');
          const quoted = named.split(', ').map((each) => JSON.parse(each));
          expect(quoted).to.have.members(values);
        }
      });
    }
  }
});

import { deepEqual } from '../../fields/equality';
import { invalid } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import { validateMetadata, validateMetadataUpdate } from '../../fields/validation/metadata';
import type { KubeObject } from '../../object';
import type { FieldCause } from '../../refusals';
import type { Read } from '../../wire/schema/decode';
import { withDefaults } from '../../wire/structural/defaults';
import { validateLists } from '../../wire/structural/lists';
import { readByStructure } from '../../wire/structural/read';
import type { JsonObject, Structural } from '../../wire/structural/structural';
import { validateByStructure } from '../../wire/structural/validate';
import { NOWHERE } from '../../wire/structural/words';
import type { KindRules } from '../kindRules';
import { selectableText, valueAt } from '../selectable';
import type { CustomKind } from './definition/customKinds';

const part = (object: KubeObject): JsonObject => object as unknown as JsonObject;
const whole = (object: JsonObject): KubeObject => object as unknown as KubeObject;

const without = (object: JsonObject, ...fields: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));

const withGeneration = (object: JsonObject, generation: number): KubeObject => {
  const { metadata } = whole(object);
  return whole(
    metadata.generation === generation ? object : { ...object, metadata: { ...metadata, generation } },
  );
};

/** What keeps rules in CEL from being looked at. */
const BLOCKING = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

/** Whether there are rules in CEL anywhere in a schema. */
const hasRules = (schema: Structural | undefined): boolean => {
  if (schema === undefined) return false;
  const { items, properties = {}, additionalProperties: values } = schema;
  return (
    (schema['x-kubernetes-validations']?.length ?? 0) > 0 ||
    hasRules(items) ||
    Object.values(properties).some(hasRules) ||
    (typeof values === 'object' && hasRules(values))
  );
};

const MOST = 2 ** 31 - 1;
const ANY_FINALIZER = { anyFinalizer: true };

const textOf = ({ field, message }: FieldCause): string => `${field}: ${message}`;

/** A number of replicas, if the kind can be scaled: nothing less than none. */
const validateReplicas = (object: JsonObject, path: string | undefined): FieldCause[] => {
  const value = path === undefined ? undefined : valueAt(object, path);
  if (path === undefined || typeof value !== 'number') return [];
  if (value < 0) return [invalid(path, value, 'should be a non-negative integer')];
  return value > MOST ? [invalid(path, value, `should be less than or equal to ${MOST}`)] : [];
};

/** What the rules of a custom kind depend on. */
type Defined = Pick<CustomKind, 'namespaced' | 'schema' | 'scale' | 'subresources' | 'selectablePaths'>;

/** The rules of a custom kind, and how its objects are read. */
export interface CustomRules extends KindRules {
  readonly read: Read;
}

/**
 * The rules of a kind that a CustomResourceDefinition defines, in one of its versions.
 *
 * Rules in CEL (`x-kubernetes-validations`) are not evaluated. An update may leave wrong what was wrong before.
 * @see k8s.io/apiextensions-apiserver/pkg/registry/customresource
 */
export const rulesOfCustomKind = (kind: Defined): CustomRules => {
  const { schema, scale } = kind;
  const hasStatus = kind.subresources.some(({ name }) => name === 'status');
  const celBlocks = hasRules(schema);
  const validateContent = (object: KubeObject): readonly FieldCause[] => {
    const causes = [
      ...(schema ? validateByStructure(part(object), schema) : []),
      ...validateReplicas(part(object), scale?.specReplicasPath),
      ...validateReplicas(part(object), scale?.statusReplicasPath),
      ...(schema ? validateLists(part(object), schema) : []),
    ];
    return celBlocks && causes.some(({ reason }) => BLOCKING.has(reason))
      ? [
          ...causes,
          invalid(
            NOWHERE,
            null,
            'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
          ),
        ]
      : causes;
  };
  const validateChange = (next: KubeObject, current: KubeObject): readonly FieldCause[] => {
    const causes = validateContent(next);
    const before = new Set(causes.length > 0 ? validateContent(current).map(textOf) : []);
    return [
      ...validateMetadataUpdate(next.metadata, current.metadata, ANY_FINALIZER),
      ...causes.filter((cause) => !before.has(textOf(cause))),
    ];
  };
  return {
    hasStatus,
    countsGenerations: true,
    selectableFields: Object.fromEntries(
      kind.selectablePaths.map((path) => [path.replace(/^\./, ''), selectableText(path)] as const),
    ),
    read: readByStructure(schema),
    defaults: (object) => whole(withDefaults(part(object), schema)),
    prepareForCreate: (object) =>
      withGeneration(hasStatus ? withDefaults(without(part(object), 'status'), schema) : part(object), 1),
    prepareForUpdate: (next, current) => {
      const { status } = part(current);
      const kept = hasStatus
        ? { ...without(part(next), 'status'), ...(status === undefined ? {} : { status }) }
        : part(next);
      const same = deepEqual(without(kept, 'metadata'), without(part(current), 'metadata'));
      const generation = current.metadata.generation ?? 1;
      return withGeneration(kept, same ? generation : generation + 1);
    },
    validateCreate: (object) => [
      ...validateMetadata(object.metadata, {
        namespaced: kind.namespaced,
        name: dnsSubdomain,
        ...ANY_FINALIZER,
      }),
      ...validateContent(object),
    ],
    validateUpdate: validateChange,
    validateStatusUpdate: validateChange,
  };
};

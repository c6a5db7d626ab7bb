import { deepEqual } from '../../../fields/equality';
import { fill, fillAbsent, type Part } from '../../../fields/fill';
import { defaultsBySchema, type TypeDefaults } from '../../../wire/schema/defaults';
import { definitionOf } from '../../../wire/schema/schema';
import type { CustomResourceDefinition, DefinitionStatus } from './definition';

const TYPE = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1';

const withNames = (part: Part): Part => {
  const names = (part.names ?? {}) as { readonly kind?: string };
  const { kind = '' } = names;
  const named = fill<Part>(names, {
    singular: kind.toLowerCase(),
    ...(kind === '' ? {} : { listKind: `${kind}List` }),
  });
  return fillAbsent<Part>({ ...part, names: named }, { conversion: { strategy: 'None' } });
};

const DEFAULTS: TypeDefaults = {
  [`${TYPE}.CustomResourceDefinitionSpec`]: withNames,
  [`${TYPE}.ServiceReference`]: (service) => fillAbsent(service, { port: 443 }),
};

/**
 * Fills in what the API server fills in: the singular, the kind of lists, no conversion.
 * @see k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1/defaults.go
 */
export const defaultDefinition = (definition: CustomResourceDefinition): CustomResourceDefinition => {
  const type = definitionOf(definition);
  return type
    ? (defaultsBySchema(definition as unknown as Part, type, DEFAULTS) as unknown as CustomResourceDefinition)
    : definition;
};

/** The versions that objects are stored in, and the one they are stored in from now on. */
const storedIn = (
  { spec }: CustomResourceDefinition,
  before: readonly string[],
): readonly string[] | null => {
  const now = spec.versions?.find(({ storage }) => storage)?.name;
  const all = now === undefined || before.includes(now) ? before : [...before, now];
  return all.length === 0 ? null : all;
};

/** The status of a definition that nobody has looked at. */
const freshStatus = (definition: CustomResourceDefinition): DefinitionStatus => ({
  acceptedNames: { kind: '', plural: '' },
  conditions: null,
  storedVersions: storedIn(definition, []),
});

/**
 * Readies a new definition: nothing is accepted yet, the first generation begins.
 * @see k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go
 */
export const prepareDefinition = (definition: CustomResourceDefinition): CustomResourceDefinition => ({
  ...definition,
  metadata: { ...definition.metadata, generation: 1 },
  status: freshStatus(definition),
});

/** Readies an update: the status stays, but for a new storage version; the generation moves with the spec. */
export const prepareDefinitionUpdate = (
  next: CustomResourceDefinition,
  current: CustomResourceDefinition,
): CustomResourceDefinition => {
  const last = current.metadata.generation ?? 1;
  const generation = deepEqual(next.spec, current.spec) ? last : last + 1;
  const before = current.status.storedVersions ?? [];
  const storedVersions = storedIn(next, before);
  const status = deepEqual(storedVersions, current.status.storedVersions)
    ? current.status
    : { ...current.status, storedVersions };
  return { ...next, metadata: { ...next.metadata, generation }, status };
};

import { deepEqual } from '../../../fields/equality';
import { asStruct, invalid, required } from '../../../fields/validation/causes';
import { dns1035Label } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { DefinitionSpec, Version } from './definition';
import { joined } from './names';
import { validateColumn, validateSubresources } from './parts';
import { validateSchema } from './schema';

type Causes = readonly FieldCause[];

/** A part that all versions share is checked once, and said to stand where the first version of the API had it. */
const shared = <T>(
  versions: readonly Version[],
  part: (version: Version) => T | undefined,
  names: { readonly alone: string; readonly each: string },
  check: (part: T, at: string) => Causes,
): { readonly alone: Causes; of(index: number): Causes } => {
  const parts = versions.map(part);
  const [first] = parts;
  const same = parts.every((each) => deepEqual(each, first));
  const run = (each: T | undefined, at: string): Causes => (each === undefined ? [] : check(each, at));
  return {
    alone: same ? run(first, `spec.${names.alone}`) : [],
    of: (index) => (same ? [] : run(parts[index], `spec.versions[${index}].${names.each}`)),
  };
};

/** Versions as Go prints them: by its own names, and without what all of them share. */
const printedVersions = (versions: readonly Version[]) => {
  const own = <T>(part: (version: Version) => T): ((version: Version) => T | null) => {
    const same = versions.every((each) => deepEqual(part(each), part(versions[0] as Version)));
    return (version) => (same ? null : (part(version) ?? null));
  };
  const [schema, subresources] = [own((version) => version.schema), own((version) => version.subresources)];
  const columns = own((version) => version.additionalPrinterColumns);
  const fields = own((version) => version.selectableFields);
  return asStruct(
    versions.map((version) => ({
      Name: version.name,
      Served: version.served ?? false,
      Storage: version.storage ?? false,
      Deprecated: version.deprecated ?? false,
      DeprecationWarning: version.deprecationWarning ?? null,
      Schema: schema(version),
      Subresources: subresources(version),
      AdditionalPrinterColumns: columns(version),
      SelectableFields: fields(version),
    })),
  );
};

/**
 * The versions of a definition. What all of them share is said to stand where the first version of the API had it,
 * and is checked after all else.
 */
export const validateVersions = ({
  versions,
}: DefinitionSpec): { readonly each: Causes; readonly all: Causes } => {
  const missing = versions.flatMap(({ schema }, index) =>
    schema?.openAPIV3Schema ? [] : [required(`spec.versions[${index}].schema.openAPIV3Schema`)],
  );
  const schemas = shared(
    versions,
    ({ schema }) => schema,
    { alone: 'validation', each: 'schema' },
    ({ openAPIV3Schema }, at) =>
      openAPIV3Schema ? validateSchema(openAPIV3Schema, `${at}.openAPIV3Schema`) : [],
  );
  const subresources = shared(
    versions,
    (version) => version.subresources,
    { alone: 'subresources', each: 'subresources' },
    validateSubresources,
  );
  const columns = shared(
    versions,
    (version) => version.additionalPrinterColumns,
    { alone: 'additionalPrinterColumns', each: 'additionalPrinterColumns' },
    (list, at) => list.flatMap((column, index) => validateColumn(column, `${at}[${index}]`)),
  );
  const names = versions.map(({ name }) => name);
  const counts = [
    ...(new Set(names).size === names.length
      ? []
      : [invalid('spec.versions', printedVersions(versions), 'must contain unique version names')]),
    ...(versions.filter(({ storage }) => storage).length === 1
      ? []
      : [
          invalid(
            'spec.versions',
            printedVersions(versions),
            'must have exactly one version marked as storage version',
          ),
        ]),
  ];
  return {
    each: [
      ...missing,
      ...versions.flatMap(({ name }, index) => [
        ...joined(`spec.versions[${index}].name`, name, dns1035Label(name)),
        ...schemas.of(index),
        ...subresources.of(index),
        ...columns.of(index),
      ]),
      ...counts,
    ],
    all: [...schemas.alone, ...subresources.alone, ...columns.alone],
  };
};

import type { PrinterColumn, ResourceType, ScalePaths, Subresource } from '../../../resourceType';
import type { Structural } from '../../../wire/structural/structural';
import type { CustomResourceDefinition, Version } from './definition';

/** One version of a kind that a CustomResourceDefinition defines. */
export interface CustomKind extends ResourceType {
  /** The kind of its lists. */
  readonly listKind: string;
  /** Undefined takes nothing but metadata. */
  readonly schema: Structural | undefined;
  /** Objects are stored in this version, whichever they are written in. */
  readonly isStored: boolean;
  readonly scale: ScalePaths | undefined;
  /** Shown beside the name; none means the age. */
  readonly printerColumns: readonly PrinterColumn[];
  /** Paths that field selectors may ask for, `.spec.colour`. */
  readonly selectablePaths: readonly string[];
  /** What to warn of whoever uses the version. */
  readonly deprecationWarning: string | undefined;
}

const VERBS = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'];
const PART_VERBS = ['get', 'patch', 'update'];
const VERSION = /^v([1-9]\d*)(?:(alpha|beta)([1-9]\d*))?$/;
const STAGES = ['alpha', 'beta', undefined];

/**
 * Puts versions in order of preference: `v2`, `v1`, `v2beta1`, `v1beta2`, `v1alpha1`, and then by letters what is no
 * version of this form.
 * @see k8s.io/apimachinery/pkg/version CompareKubeAwareVersionStrings
 */
export const byPreference = (a: string, b: string): number => {
  const [first, second] = [VERSION.exec(a), VERSION.exec(b)];
  if (!first || !second) {
    if (first || second) return first ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const stage = STAGES.indexOf(second[2]) - STAGES.indexOf(first[2]);
  if (stage !== 0) return stage;
  return Number(second[1]) - Number(first[1]) || Number(second[3] ?? 0) - Number(first[3] ?? 0);
};

const subresourcesOf = (
  apiVersion: string,
  kind: string,
  { subresources }: Version,
): readonly Subresource[] => [
  ...(subresources?.status ? [{ name: 'status', apiVersion, kind, verbs: PART_VERBS }] : []),
  ...(subresources?.scale
    ? [{ name: 'scale', apiVersion: 'autoscaling/v1', kind: 'Scale', verbs: PART_VERBS }]
    : []),
];

const warningOf = ({ deprecated, deprecationWarning }: Version, group: string, kind: string, name: string) =>
  deprecated ? (deprecationWarning ?? `${group}/${name} ${kind} is deprecated`) : undefined;

/**
 * The kinds that a definition defines, one for each version that it serves, the preferred version first. Whether
 * they are served yet is another question: see `isEstablished`. Names are those that were accepted, or asked for.
 */
export const customKindsOf = ({ spec, status }: CustomResourceDefinition): readonly CustomKind[] => {
  const names = status?.acceptedNames?.plural ? status.acceptedNames : spec.names;
  const { group, scope } = spec;
  const { kind, plural } = names;
  return spec.versions
    .filter(({ served }) => served)
    .sort((a, b) => byPreference(a.name, b.name))
    .map((version) => {
      const apiVersion = `${group}/${version.name}`;
      return {
        apiVersion,
        group,
        version: version.name,
        kind,
        plural,
        singular: names.singular || kind.toLowerCase(),
        listKind: names.listKind || `${kind}List`,
        shortNames: names.shortNames ?? [],
        categories: names.categories ?? [],
        namespaced: scope === 'Namespaced',
        verbs: VERBS,
        subresources: subresourcesOf(apiVersion, kind, version),
        schema: version.schema?.openAPIV3Schema,
        isStored: version.storage,
        scale: version.subresources?.scale,
        printerColumns: version.additionalPrinterColumns ?? [],
        selectablePaths: (version.selectableFields ?? []).map(({ jsonPath }) => jsonPath),
        deprecationWarning: warningOf(version, group, kind, version.name),
      };
    });
};

import { fractionWarnings } from '../../../fields/validation/fractions';
import type { Volume } from '../pod';

/** Kinds of volumes that are on their way out, or gone, and since when. */
const DEPRECATED: readonly (readonly [source: keyof Volume, path: string, since: string])[] = [
  ['photonPersistentDisk', 'photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'storageOS', 'deprecated in v1.22, non-functional in v1.25+'],
  ['quobyte', 'quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['ephemeral', '', ''],
  ['cephfs', 'cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

/** What a claim asks for. */
interface ClaimSpec {
  readonly resources?: {
    readonly requests?: { readonly storage?: unknown };
    readonly limits?: { readonly storage?: unknown };
  };
}

/**
 * What is to be said of what a claim asks for.
 * @see pkg/api/persistentvolumeclaim/util.go GetWarningsForPersistentVolumeClaimSpec
 */
export const warningsOfClaim = ({ resources }: ClaimSpec, at: string): string[] => [
  ...fractionWarnings(resources?.requests?.storage, `${at}.resources.requests[storage]`),
  ...fractionWarnings(resources?.limits?.storage, `${at}.resources.limits[storage]`),
];

/** What is to be said of volumes whose kind is outdated. @param at the path of the list */
export const warningsOfVolumes = (volumes: readonly Volume[], at: string): string[] =>
  volumes.flatMap((volume, index) =>
    DEPRECATED.flatMap(([source, path, since]) => {
      if (volume[source] === undefined) return [];
      if (path !== '') return [`${at}[${index}].${path}: ${since}`];
      const template = volume.ephemeral?.volumeClaimTemplate;
      return template
        ? warningsOfClaim(template.spec, `${at}[${index}].ephemeral.volumeClaimTemplate.spec`)
        : [];
    }),
  );

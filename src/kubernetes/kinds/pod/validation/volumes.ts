import { duplicate, forbidden, invalid, misformatted, required } from '../../../fields/validation/causes';
import { dnsLabel, dnsSubdomain } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { Volume } from '../pod';
import type { Standing } from './context';
import { type Source, VOLUME_KINDS } from './volumeSources';

const MOST_ISCSI_NAME = 64;

const validateSource = (volume: Volume, { podName, isPod }: Standing, field: string): FieldCause[] => {
  const sources: Readonly<Record<string, unknown>> = volume;
  const causes: FieldCause[] = [];
  let first: string | undefined;
  for (const [kind, { validate, names = kind, again = kind }] of Object.entries(VOLUME_KINDS)) {
    const source = sources[kind];
    if (source === undefined) continue;
    if (kind === 'image' && isPod && !volume.image?.reference) {
      causes.push(required(`${field}.image.reference`));
    }
    if (first === undefined) causes.push(...validate(source as Source, `${field}.${names}`));
    else causes.push(forbidden(`${field}.${again}`, 'may not specify more than 1 volume type'));
    first ??= kind;
  }
  const { iscsi } = volume;
  if (iscsi?.initiatorName !== undefined && `${volume.name}:${iscsi.targetPortal}`.length > MOST_ISCSI_NAME) {
    causes.push(
      invalid(
        `${field}.name`,
        volume.name,
        'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.',
      ),
    );
  }
  if (first === undefined) causes.push(required(field, 'must specify a volume type'));
  if (first === 'ephemeral' && podName && volume.name) {
    const claim = `${podName}-${volume.name}`;
    for (const problem of dnsSubdomain(claim)) {
      causes.push(invalid(`${field}.name`, volume.name, `PVC name ${JSON.stringify(claim)}: ${problem}`));
    }
  }
  return causes;
};

/**
 * The volumes of a pod. A template may leave an image volume's reference to others; a pod may not.
 * @returns what is wrong, and those that are in order by name: containers may mount only these.
 */
export const validateVolumes = (
  volumes: readonly Volume[],
  standing: Standing,
  field: string,
): { readonly causes: FieldCause[]; readonly good: ReadonlyMap<string, Volume> } => {
  const causes: FieldCause[] = [];
  const good = new Map<string, Volume>();
  const { podName } = standing;
  const created = podName
    ? volumes.filter((volume) => volume.ephemeral).map((volume) => `${podName}-${volume.name}`)
    : [];
  volumes.forEach((volume, index) => {
    const at = `${field}[${index}]`;
    const wrong = validateSource(volume, standing, at);
    if (!volume.name) wrong.push(required(`${at}.name`));
    else wrong.push(...misformatted(`${at}.name`, volume.name, dnsLabel(volume.name)));
    if (good.has(volume.name)) wrong.push(duplicate(`${at}.name`, volume.name));
    if (wrong.length === 0) good.set(volume.name, volume);
    else causes.push(...wrong);
    const claim = volume.persistentVolumeClaim?.claimName;
    if (claim !== undefined && created.includes(claim)) {
      causes.push(
        invalid(
          `${at}.persistentVolumeClaim.claimName`,
          claim,
          'must not reference a PVC that gets created for an ephemeral volume',
        ),
      );
    }
  });
  return { causes, good };
};

import { deepEqual } from '../../fields/equality';
import { duplicate, invalid, notSupported } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import {
  immutable,
  type MetadataRules,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { CSIDriver } from './csiDriver';

type Spec = CSIDriver['spec'];

const METADATA: MetadataRules = { namespaced: false, name: dnsSubdomain };

const OWNERSHIP = ['File', 'None', 'ReadWriteOnceWithFSType'];
const LIFE = ['Persistent', 'Ephemeral'];

const TEN_MINUTES = 600;
const LONGEST = 2 ** 32;

const tokens = ({ tokenRequests = [] }: Spec): FieldCause[] => {
  const audiences = new Set<string>();
  return tokenRequests.flatMap(({ audience, expirationSeconds: seconds }, index) => {
    const at = `spec.tokenRequests[${index}]`;
    if (audiences.has(audience)) return [duplicate(`${at}.audience`, audience)];
    audiences.add(audience);
    if (seconds === undefined) return [];
    if (seconds < TEN_MINUTES) {
      return [invalid(`${at}.expirationSeconds`, seconds, 'may not specify a duration less than 10 minutes')];
    }
    return seconds > LONGEST
      ? [invalid(`${at}.expirationSeconds`, seconds, 'may not specify a duration larger than 2^32 seconds')]
      : [];
  });
};

const validateSpec = (spec: Spec): FieldCause[] => {
  const { fsGroupPolicy, volumeLifecycleModes = [], serviceAccountTokenInSecrets: inSecrets } = spec;
  const period = spec.nodeAllocatableUpdatePeriodSeconds;
  const tokensAt = 'spec.serviceAccountTokenInSecrets';
  return [
    ...(fsGroupPolicy && !OWNERSHIP.includes(fsGroupPolicy)
      ? [notSupported('spec.fsGroupPolicy', fsGroupPolicy, OWNERSHIP)]
      : []),
    ...tokens(spec),
    ...volumeLifecycleModes
      .filter((mode) => !LIFE.includes(mode))
      .map((mode) => notSupported('spec.volumeLifecycleModes', mode, LIFE)),
    ...(period !== undefined && period < 10
      ? [
          invalid(
            'spec.nodeAllocatableUpdatePeriodSeconds',
            period,
            'must be greater than or equal to 10 seconds',
          ),
        ]
      : []),
    ...(inSecrets !== undefined && !spec.tokenRequests?.length
      ? [
          invalid(
            tokensAt,
            inSecrets,
            'serviceAccountTokenInSecrets is set but no tokenRequests are specified',
          ),
        ]
      : []),
  ];
};

/** A new CSI driver. @see pkg/apis/storage/validation/validation.go ValidateCSIDriver */
export const validateDriver = ({ metadata, spec }: CSIDriver): FieldCause[] => [
  ...validateMetadata(metadata, METADATA),
  ...validateSpec(spec),
];

/**
 * A changed CSI driver: whether it attaches, and how long its volumes live, stays.
 * @see pkg/apis/storage/validation/validation.go ValidateCSIDriverUpdate
 */
export const validateDriverUpdate = (next: CSIDriver, current: CSIDriver): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...validateSpec(next.spec),
  ...(['attachRequired', 'volumeLifecycleModes'] as const).flatMap((field) =>
    immutable(
      next.spec[field],
      current.spec[field],
      field === 'attachRequired' ? 'spec.attachedRequired' : `spec.${field}`,
    ),
  ),
];

/**
 * Who wants tokens is told that they are better kept out of what is logged; again, when other tokens are wanted.
 * @see pkg/registry/storage/csidriver/strategy.go WarningsOnCreate, WarningsOnUpdate
 */
export const warningsOfDriver = ({ spec }: CSIDriver, current?: CSIDriver): readonly string[] =>
  spec.tokenRequests?.length &&
  spec.serviceAccountTokenInSecrets === undefined &&
  !(current && deepEqual(spec.tokenRequests, current.spec.tokenRequests))
    ? [
        'spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes',
      ]
    : [];

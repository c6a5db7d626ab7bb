import { invalid } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import {
  type MetadataRules,
  notNegative,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { Lease } from './lease';

const METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };

/** A lease. */
export const validateLease = (lease: Lease): FieldCause[] => {
  const seconds = lease.spec?.leaseDurationSeconds;
  return [
    ...validateMetadata(lease.metadata, METADATA),
    ...(seconds !== undefined && seconds <= 0
      ? [invalid('spec.leaseDurationSeconds', seconds, 'must be greater than 0')]
      : []),
    ...notNegative(lease.spec?.leaseTransitions, 'spec.leaseTransitions'),
  ];
};

/** A changed lease. */
export const validateLeaseUpdate = (next: Lease, current: Lease): FieldCause[] => [
  ...validateLease(next),
  ...validateMetadataUpdate(next.metadata, current.metadata),
];

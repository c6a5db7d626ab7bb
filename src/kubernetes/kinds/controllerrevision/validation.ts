import { asStruct, required } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import {
  immutable,
  type MetadataRules,
  notNegative,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { ControllerRevision } from './controllerRevision';

const METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };

/** A new revision: it must hold data. */
export const validateRevision = (revision: ControllerRevision): FieldCause[] => [
  ...validateMetadata(revision.metadata, METADATA),
  ...(revision.data === undefined || revision.data === null ? [required('data', 'data is mandatory')] : []),
  ...notNegative(revision.revision, 'revision'),
];

/** A changed revision: its data stays. */
export const validateRevisionUpdate = (
  next: ControllerRevision,
  current: ControllerRevision,
): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...validateRevision(next),
  ...immutable(next.data, current.data, 'data', asStruct(next.data ?? null)),
];

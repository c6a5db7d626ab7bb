import { defineKind } from '../kind';
import type { Lease } from './lease';
import { validateLease, validateLeaseUpdate } from './validation';

/** Leases: who does something now, and has said so when. A kubelet renews one for its node. */
export const leases = defineKind<Lease>({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
  validateCreate: validateLease,
  validateUpdate: validateLeaseUpdate,
});

import { defineKind } from '../kind';
import type { ServiceAccount } from './serviceAccount';

/** Service accounts: whom the processes in pods are to the API server. */
export const serviceaccounts = defineKind<ServiceAccount>({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  shortNames: ['sa'],
  namespaced: true,
});

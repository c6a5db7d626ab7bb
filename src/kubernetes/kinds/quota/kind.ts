import { always } from '../../fields/fill';
import { defineKind } from '../kind';
import type { ResourceQuota } from './resourceQuota';
import { validateQuota, validateQuotaStatusUpdate, validateQuotaUpdate } from './validation';

const itself = <T>(part: T): T => part;

/** Quotas: how much the pods of a namespace may take together. */
export const resourcequotas = defineKind<ResourceQuota>({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  plural: 'resourcequotas',
  shortNames: ['quota'],
  namespaced: true,
  subresources: [{ name: 'status' }],
  defaults: (quota) => always(always(quota, 'spec', itself), 'status', itself),
  validateCreate: validateQuota,
  validateUpdate: validateQuotaUpdate,
  validateStatusUpdate: validateQuotaStatusUpdate,
});

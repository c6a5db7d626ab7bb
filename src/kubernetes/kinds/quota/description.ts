import { defineDescription } from '../../print/describe/description';
import { field, type Lines, toText } from '../../print/describe/text';
import type { ResourceQuota } from './resourceQuota';

/** Rows of a quota: resource, used, hard. */
export const quotaRows = ({ status }: ResourceQuota): Lines => {
  const { hard = {}, used = {} } = status ?? {};
  return Object.keys(hard)
    .sort()
    .map((resource) => `${resource}\t${used[resource] ?? '0'}\t${hard[resource]}`);
};

/** @see k8s.io/kubectl/pkg/describe describeQuota */
export const quotaDescription = defineDescription({
  text: (quota: ResourceQuota) =>
    toText([
      field('Name', quota.metadata.name),
      field('Namespace', quota.metadata.namespace ?? ''),
      'Resource\tUsed\tHard',
      '--------\t----\t----',
      ...quotaRows(quota),
    ]),
});

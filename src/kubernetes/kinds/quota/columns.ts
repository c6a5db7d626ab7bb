import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { ResourceQuota } from './resourceQuota';

/**
 * Used and hard of the requests (or of the limits), as far as the quota controller has counted them:
 * `pods: 1/3, requests.cpu: 0/2`. (pkg/printers/internalversion/printers.go printResourceQuota)
 */
const amounts = ({ status }: ResourceQuota, limits: boolean): string => {
  const hard = status?.hard ?? {};
  const used = status?.used ?? {};
  return Object.keys(hard)
    .sort()
    .filter((resource) => resource.startsWith('limits.') === limits)
    .map((resource) => `${resource}: ${used[resource] ?? '0'}/${hard[resource]}`)
    .join(', ');
};

export const resourceQuotaColumns: readonly Column<ResourceQuota>[] = [
  name,
  { header: 'REQUEST', cell: (quota) => amounts(quota, false) },
  { header: 'LIMIT', cell: (quota) => amounts(quota, true) },
  ageColumn,
];

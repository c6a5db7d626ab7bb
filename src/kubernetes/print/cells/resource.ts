import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, text } from './column';
import { hasPart, listAt } from './reading';

/** `pending` until devices are allocated, then `allocated`, and `reserved` while pods use them. */
const claimState: Cell = (claim) => {
  const deleted = hasPart(claim, 'metadata.deletionTimestamp');
  const allocated = hasPart(claim, 'status.allocation');
  const reserved = allocated && listAt(claim, 'status.reservedFor').length > 0;
  return [
    ...(deleted ? ['deleted'] : []),
    ...(allocated ? ['allocated'] : deleted ? [] : ['pending']),
    ...(reserved ? ['reserved'] : []),
  ].join(',');
};

/** @see k8s.io/kubernetes/pkg/printers/internalversion printResourceClaim and its neighbours */
export const resourceApiColumns: ColumnsByKind = {
  'resource.k8s.io/v1/deviceclasses': [name, ageColumn],
  'resource.k8s.io/v1/resourceclaims': [name, { header: 'STATE', cell: claimState }, ageColumn],
  'resource.k8s.io/v1/resourceclaimtemplates': [name, ageColumn],
  'resource.k8s.io/v1/resourceslices': [
    name,
    { header: 'NODE', cell: text('spec.nodeName') },
    { header: 'DRIVER', cell: text('spec.driver') },
    { header: 'POOL', cell: text('spec.pool.name') },
    ageColumn,
  ],
};

import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, createdAt } from './column';
import { conditionOf, partAt, textAt } from './reading';

/** The service that answers for an API version; `Local` if the API server does so itself. */
const service: Cell = (apiService) => {
  const reference = partAt(apiService, 'spec.service');
  if (reference === undefined) return 'Local';
  return `${textAt(reference, 'namespace') ?? ''}/${textAt(reference, 'name') ?? ''}`;
};

/** `True`, `False (ServiceNotFound)`, or `Unknown` while nobody has tried. */
const available: Cell = (apiService) => {
  const condition = conditionOf(apiService, 'Available');
  if (condition === undefined) return 'Unknown';
  const status = textAt(condition, 'status') ?? '';
  const reason = textAt(condition, 'reason');
  return status !== 'True' && reason ? `${status} (${reason})` : status;
};

/** @see k8s.io/kube-aggregator/pkg/registry/apiservice/etcd ConvertToTable, and the API server's table by default */
export const extensionColumns: ColumnsByKind = {
  'apiextensions.k8s.io/v1/customresourcedefinitions': [name, createdAt],
  'apiregistration.k8s.io/v1/apiservices': [
    name,
    { header: 'SERVICE', cell: service },
    { header: 'AVAILABLE', cell: available },
    ageColumn,
  ],
};

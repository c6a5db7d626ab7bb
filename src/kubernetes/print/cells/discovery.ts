import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, firstOf, text } from './column';
import { listAt, textAt, textsAt } from './reading';

/** Numbers, or names of ports that have no number. */
const ports: Cell = (slice) => {
  const all = listAt(slice, 'ports').map((port) => textAt(port, 'port') ?? textAt(port, 'name') ?? '');
  return firstOf(all, 3) || '<unset>';
};

const endpoints: Cell = (slice) => {
  const all = listAt(slice, 'endpoints').flatMap((endpoint) => textsAt(endpoint, 'addresses'));
  return firstOf(all, 3) || '<unset>';
};

/** @see k8s.io/kubernetes/pkg/printers/internalversion printEndpointSlice */
export const discoveryColumns: ColumnsByKind = {
  'discovery.k8s.io/v1/endpointslices': [
    name,
    { header: 'ADDRESSTYPE', cell: text('addressType') },
    { header: 'PORTS', cell: ports },
    { header: 'ENDPOINTS', cell: endpoints },
    ageColumn,
  ],
};

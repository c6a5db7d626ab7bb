import { humanDuration } from '../ages';
import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, text } from './column';
import { conditionOf, numberAt, textAt } from './reading';

const requestedDuration: Cell = (request) => {
  const seconds = numberAt(request, 'spec.expirationSeconds');
  return seconds === undefined ? '<none>' : humanDuration(seconds * 1000);
};

/** What was decided, and what came of it: `Pending`, `Approved,Issued`. */
const condition: Cell = (request) => {
  const is = (type: string): boolean => conditionOf(request, type) !== undefined;
  const decision = is('Denied') ? 'Denied' : is('Approved') ? 'Approved' : 'Pending';
  const issued = textAt(request, 'status.certificate') ? ',Issued' : '';
  return `${decision}${is('Failed') ? ',Failed' : ''}${issued}`;
};

/** @see k8s.io/kubernetes/pkg/printers/internalversion printCertificateSigningRequest */
export const certificateColumns: ColumnsByKind = {
  'certificates.k8s.io/v1/certificatesigningrequests': [
    name,
    ageColumn,
    { header: 'SIGNERNAME', cell: text('spec.signerName', '<none>') },
    { header: 'REQUESTOR', cell: text('spec.username') },
    { header: 'REQUESTEDDURATION', cell: requestedDuration },
    { header: 'CONDITION', cell: condition },
  ],
};

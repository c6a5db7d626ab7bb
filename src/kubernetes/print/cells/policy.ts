import { ageColumn, name } from '../commonColumns';
import { type ColumnsByKind, number, text } from './column';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printPodDisruptionBudget */
export const policyColumns: ColumnsByKind = {
  'policy/v1/poddisruptionbudgets': [
    name,
    { header: 'MIN AVAILABLE', cell: text('spec.minAvailable', 'N/A') },
    { header: 'MAX UNAVAILABLE', cell: text('spec.maxUnavailable', 'N/A') },
    { header: 'ALLOWED DISRUPTIONS', cell: number('status.disruptionsAllowed') },
    ageColumn,
  ],
};

import type { Amount } from '../../fields/validation/amounts';
import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { PodDisruptionBudget } from './podDisruptionBudget';

const amount = (value: Amount | undefined): string => (value === undefined ? 'N/A' : String(value));

/** @see k8s.io/kubernetes/pkg/printers/internalversion printPodDisruptionBudget */
export const podDisruptionBudgetColumns: readonly Column<PodDisruptionBudget>[] = [
  name,
  { header: 'MIN AVAILABLE', cell: ({ spec }) => amount(spec?.minAvailable) },
  { header: 'MAX UNAVAILABLE', cell: ({ spec }) => amount(spec?.maxUnavailable) },
  { header: 'ALLOWED DISRUPTIONS', cell: ({ status }) => String(status?.disruptionsAllowed ?? 0) },
  ageColumn,
];

import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, number, text } from './column';
import { metricTargets } from './metrics';
import { textAt } from './reading';

const reference: Cell = (autoscaler) =>
  `${textAt(autoscaler, 'spec.scaleTargetRef.kind') ?? ''}/${textAt(autoscaler, 'spec.scaleTargetRef.name') ?? ''}`;

const columns = [
  name,
  { header: 'REFERENCE', cell: reference },
  { header: 'TARGETS', cell: metricTargets },
  { header: 'MINPODS', cell: text('spec.minReplicas', '1') },
  { header: 'MAXPODS', cell: number('spec.maxReplicas') },
  { header: 'REPLICAS', cell: number('status.currentReplicas') },
  ageColumn,
];

/** Both versions show the same. @see k8s.io/kubernetes/pkg/printers/internalversion printHorizontalPodAutoscaler */
export const autoscalingColumns: ColumnsByKind = {
  'autoscaling/v1/horizontalpodautoscalers': columns,
  'autoscaling/v2/horizontalpodautoscalers': columns,
};

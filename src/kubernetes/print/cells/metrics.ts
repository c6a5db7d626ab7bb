import type { Cell } from './column';
import { listAt, numberAt, partAt, quantityAt, textAt } from './reading';

const UNKNOWN = '<unknown>';

const percent = (part: unknown, path: string): string | undefined => {
  const value = numberAt(part, path);
  return value === undefined ? undefined : `${value}%`;
};

/** `current/target` of a metric that is a quantity; an average is marked where a metric may have either. */
const amount = (spec: unknown, status: unknown, marked: boolean): string => {
  const average = quantityAt(spec, 'target.averageValue');
  const [field, target] =
    average === undefined
      ? ['value', quantityAt(spec, 'target.value') ?? '<nil>']
      : ['averageValue', average];
  const current = quantityAt(status, `current.${field}`) ?? UNKNOWN;
  return `${current}/${target}${marked && average !== undefined ? ' (avg)' : ''}`;
};

/** `cpu: 20%/80%`, or amounts. */
const ofResource = (spec: unknown, status: unknown): string => {
  const of = textAt(spec, 'name') ?? '';
  if (partAt(spec, 'target.averageValue') !== undefined) return `${of}: ${amount(spec, status, false)}`;
  const current = percent(status, 'current.averageUtilization') ?? UNKNOWN;
  return `${of}: ${current}/${percent(spec, 'target.averageUtilization') ?? '<auto>'}`;
};

const target = (metric: unknown, status: unknown): string => {
  switch (textAt(metric, 'type')) {
    case 'External':
      return amount(partAt(metric, 'external'), partAt(status, 'external'), true);
    case 'Object':
      return amount(partAt(metric, 'object'), partAt(status, 'object'), true);
    case 'Pods':
      return amount(partAt(metric, 'pods'), partAt(status, 'pods'), false);
    case 'Resource':
      return ofResource(partAt(metric, 'resource'), partAt(status, 'resource'));
    case 'ContainerResource':
      return ofResource(partAt(metric, 'containerResource'), partAt(status, 'containerResource'));
    default:
      return '<unknown type>';
  }
};

/** Version 1 knows the cpu only. Without any metric, either version aims at 80 % of it. */
const cpuMetric = (autoscaler: unknown): unknown => {
  const averageUtilization = numberAt(autoscaler, 'spec.targetCPUUtilizationPercentage') ?? 80;
  return { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization } } };
};

const cpuStatus = (autoscaler: unknown): unknown => ({
  resource: {
    current: { averageUtilization: numberAt(autoscaler, 'status.currentCPUUtilizationPercentage') },
  },
});

/** The items of a list, or the only item if the list is empty. */
const listOr = (list: readonly unknown[], only: unknown): readonly unknown[] =>
  list.length > 0 ? list : [only];

/**
 * What an autoscaler measures: `cpu: <unknown>/80%, 3/10 + 1 more...`.
 * @see k8s.io/kubernetes/pkg/printers/internalversion formatHPAMetrics
 */
export const metricTargets: Cell = (autoscaler) => {
  const metrics = listOr(listAt(autoscaler, 'spec.metrics'), cpuMetric(autoscaler));
  const statuses = listOr(listAt(autoscaler, 'status.currentMetrics'), cpuStatus(autoscaler));
  const targets = metrics.map((metric, index) => target(metric, statuses[index]));
  const shown = targets.slice(0, 2).join(', ');
  return targets.length > 2 ? `${shown} + ${targets.length - 2} more...` : shown;
};

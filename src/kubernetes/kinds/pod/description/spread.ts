import { formatSelector } from '../../../fields/selectorText';
import { column, type Lines } from '../../../print/describe/text';
import type { PodSpec } from '../pod';

/**
 * How evenly pods are spread, a line for each constraint.
 * @see k8s.io/kubectl/pkg/describe describeTopologySpreadConstraints
 */
export const describeSpread = (
  title: string,
  constraints: PodSpec['topologySpreadConstraints'] = [],
): Lines => {
  if (constraints.length === 0) return [];
  const byKey = [...constraints].sort((a, b) => (a.topologyKey < b.topologyKey ? -1 : 1));
  return column(
    title,
    byKey.map(({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }) => {
      const selected = labelSelector === undefined ? '' : ` for selector ${formatSelector(labelSelector)}`;
      return `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded${selected}`;
    }),
  );
};

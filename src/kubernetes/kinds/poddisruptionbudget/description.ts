import { formatSelector } from '../../fields/selectorText';
import { defineDescription } from '../../print/describe/description';
import { describeEvents } from '../../print/describe/events';
import { field, indent, type Lines, toText } from '../../print/describe/text';
import type { PodDisruptionBudget } from './podDisruptionBudget';

const bound = ({ minAvailable, maxUnavailable }: PodDisruptionBudget['spec']): Lines => {
  if (minAvailable !== undefined) return [field('Min available', minAvailable)];
  return maxUnavailable === undefined ? [] : [field('Max unavailable', maxUnavailable)];
};

/** @see k8s.io/kubectl/pkg/describe describePodDisruptionBudgetV1 */
export const podDisruptionBudgetDescription = defineDescription({
  eventsBy: 'uid',
  text: ({ metadata, spec, status }: PodDisruptionBudget, _found, { events, now }) =>
    toText([
      field('Name', metadata.name),
      field('Namespace', metadata.namespace ?? ''),
      ...bound(spec),
      field('Selector', spec.selector ? formatSelector(spec.selector) : '<unset>'),
      'Status:',
      indent(4, [
        field('Allowed disruptions', status.disruptionsAllowed),
        field('Current', status.currentHealthy),
        field('Desired', status.desiredHealthy),
        field('Total', status.expectedPods),
      ]),
      ...describeEvents(events, now),
    ]),
});

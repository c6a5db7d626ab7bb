import { controllerOf } from '../../fields/meta';
import { describeEvents } from '../../print/describe/events';
import { annotations, labels } from '../../print/describe/metadata';
import { field, toText } from '../../print/describe/text';
import { formatSelector } from '../../print/selectors';
import { pairs } from '../../print/table';
import type { Event } from '../event/event';
import { describeTemplate } from '../pod/description/template';
import type { Pod } from '../pod/pod';
import type { DaemonSet } from './daemonSet';

const countPhases = (set: DaemonSet, pods: readonly Pod[]): string => {
  const owned = pods.filter((pod) => controllerOf(pod)?.uid === set.metadata.uid);
  const count = (phase: string): number => owned.filter((pod) => pod.status.phase === phase).length;
  return (
    `${count('Running')} Running / ${count('Pending')} Waiting / ` +
    `${count('Succeeded')} Succeeded / ${count('Failed')} Failed`
  );
};

/**
 * `kubectl describe daemonset`. `pods` are those its selector matches; `now` is model time in ms.
 * @see k8s.io/kubectl/pkg/describe describeDaemonSet
 */
export const describeDaemonSet = (
  set: DaemonSet,
  pods: readonly Pod[],
  events: readonly Event[] | undefined,
  now: number,
): string => {
  const { status } = set;
  return toText([
    field('Name', set.metadata.name),
    field('Namespace', set.metadata.namespace ?? ''),
    field('Selector', formatSelector(set.spec.selector)),
    field('Node-Selector', pairs(set.spec.template.spec?.nodeSelector)),
    ...labels('Labels', set.metadata.labels),
    ...annotations('Annotations', set.metadata.annotations),
    `Desired Number of Nodes Scheduled: ${status.desiredNumberScheduled}`,
    `Current Number of Nodes Scheduled: ${status.currentNumberScheduled}`,
    `Number of Nodes Scheduled with Up-to-date Pods: ${status.updatedNumberScheduled ?? 0}`,
    `Number of Nodes Scheduled with Available Pods: ${status.numberAvailable ?? 0}`,
    `Number of Nodes Misscheduled: ${status.numberMisscheduled}`,
    field('Pods Status', countPhases(set, pods)),
    ...describeTemplate(set.spec.template),
    ...describeEvents(events, now),
  ]);
};

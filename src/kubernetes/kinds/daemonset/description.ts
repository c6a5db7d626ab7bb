import { controllerOf } from '../../fields/meta';
import { formatSelector } from '../../fields/selectorText';
import { defineDescription } from '../../print/describe/description';
import { describeEvents } from '../../print/describe/events';
import { annotations, labels } from '../../print/describe/metadata';
import { field, toText } from '../../print/describe/text';
import { pairs } from '../../print/table';
import { describeTemplate } from '../pod/description/template';
import { pods } from '../pod/kind';
import type { Pod } from '../pod/pod';
import type { DaemonSet } from './daemonSet';

const countPhases = (set: DaemonSet, matching: readonly Pod[]): string => {
  const owned = matching.filter((pod) => controllerOf(pod)?.uid === set.metadata.uid);
  const count = (phase: string): number => owned.filter((pod) => pod.status.phase === phase).length;
  return (
    `${count('Running')} Running / ${count('Pending')} Waiting / ` +
    `${count('Succeeded')} Succeeded / ${count('Failed')} Failed`
  );
};

/**
 * With the pods that the set's selector matches.
 * @see k8s.io/kubectl/pkg/describe describeDaemonSet
 */
export const daemonSetDescription = defineDescription({
  eventsBy: 'uid',
  needs: ({ metadata: { namespace }, spec }: DaemonSet) => ({
    matching: { resource: pods, namespace, labelSelector: formatSelector(spec.selector) },
  }),
  text(set, { matching }, { events, now }) {
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
      field('Pods Status', countPhases(set, matching)),
      ...describeTemplate(set.spec.template),
      ...describeEvents(events, now),
    ]);
  },
});

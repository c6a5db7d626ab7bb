import { age } from '../ages';
import type { Lines } from './text';

/** What a description shows of an event. */
export interface ShownEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly involvedObject?: { readonly fieldPath?: string };
  readonly source?: { readonly component?: string };
  readonly reportingComponent?: string;
  readonly count?: number;
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
  readonly eventTime?: string | null;
  readonly series?: { readonly count: number; readonly lastObservedTime: string };
}

/** @see staging/src/k8s.io/kubectl/pkg/describe/describe.go DescribeEvents */
const interval = (event: ShownEvent, now: number): string => {
  const { series, count = 1 } = event;
  const first = age(event.eventTime || event.firstTimestamp || undefined, now);
  if (series) return `${age(series.lastObservedTime, now)} (x${series.count} over ${first})`;
  return count > 1 ? `${age(event.lastTimestamp || undefined, now)} (x${count} over ${first})` : first;
};

/**
 * The last section of every description: what happened to the object, oldest first. Undefined leaves it out. Events of
 * the newer API have no last time, and come first.
 */
export const describeEvents = (events: readonly ShownEvent[] | undefined, now: number): Lines => {
  if (events === undefined) return [];
  if (events.length === 0) return ['Events:\t<none>'];
  const last = ({ lastTimestamp }: ShownEvent): string => lastTimestamp || '';
  const sorted = [...events].sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0));
  return [
    'Events:',
    '  Type\tReason\tAge\tFrom\tMessage',
    '  ----\t------\t----\t----\t-------',
    ...sorted.map((event) => {
      const from = event.source?.component || event.reportingComponent || '';
      const part = event.involvedObject?.fieldPath;
      const message = part ? `${part}: ${event.message.trim()}` : event.message.trim();
      return `  ${event.type}\t${event.reason}\t${interval(event, now)}\t${from}\t${message}`;
    }),
  ];
};

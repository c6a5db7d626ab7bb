import { age } from '../ages';
import type { Lines } from './text';

/** What a description shows of an event. */
export interface ShownEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly source: { readonly component?: string };
  readonly count: number;
  readonly firstTimestamp: string;
  readonly lastTimestamp: string;
}

const interval = (event: ShownEvent, now: number): string => {
  const first = age(event.firstTimestamp, now);
  return event.count > 1 ? `${age(event.lastTimestamp, now)} (x${event.count} over ${first})` : first;
};

/** The last section of every description: what happened to the object, oldest first. Undefined leaves it out. */
export const describeEvents = (events: readonly ShownEvent[] | undefined, now: number): Lines => {
  if (events === undefined) return [];
  if (events.length === 0) return ['Events:\t<none>'];
  const sorted = [...events].sort((a, b) =>
    a.lastTimestamp < b.lastTimestamp ? -1 : a.lastTimestamp > b.lastTimestamp ? 1 : 0,
  );
  return [
    'Events:',
    '  Type\tReason\tAge\tFrom\tMessage',
    '  ----\t------\t----\t----\t-------',
    ...sorted.map((event) => {
      const message = event.message.trim();
      return `  ${event.type}\t${event.reason}\t${interval(event, now)}\t${event.source.component ?? ''}\t${message}`;
    }),
  ];
};

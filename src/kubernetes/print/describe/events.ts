import type { Event } from '../../kinds/event/event';
import { age } from '../ages';
import type { Lines } from './text';

const interval = (event: Event, now: number): string => {
  const first = age(event.firstTimestamp, now);
  return event.count > 1 ? `${age(event.lastTimestamp, now)} (x${event.count} over ${first})` : first;
};

/** The last section of every description: what happened to the object, oldest first. Undefined leaves it out. */
export const describeEvents = (events: readonly Event[] | undefined, now: number): Lines => {
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

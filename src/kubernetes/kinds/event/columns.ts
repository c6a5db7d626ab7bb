import { age } from '../../print/ages';
import type { Column } from '../../print/table';
import { type Event, firstSeen, lastSeen, reporterOf, timesOf } from './event';

const eventObject = ({ involvedObject }: Event): string =>
  `${(involvedObject.kind ?? '').toLowerCase()}/${involvedObject.name ?? ''}`;

const eventSource = (event: Event): string => {
  const instance = event.source?.host || event.reportingInstance;
  return instance ? `${reporterOf(event)}, ${instance}` : reporterOf(event);
};

/** @see pkg/printers/internalversion/printers.go printEvent */
export const eventColumns: readonly Column<Event>[] = [
  { header: 'LAST SEEN', cell: (event, now) => age(lastSeen(event), now) },
  { header: 'TYPE', cell: (event) => event.type },
  { header: 'REASON', cell: (event) => event.reason },
  { header: 'OBJECT', cell: eventObject },
  { header: 'SUBOBJECT', wide: true, cell: (event) => event.involvedObject.fieldPath ?? '' },
  { header: 'SOURCE', wide: true, cell: eventSource },
  { header: 'MESSAGE', cell: (event) => event.message.trim() },
  { header: 'FIRST SEEN', wide: true, cell: (event, now) => age(firstSeen(event), now) },
  { header: 'COUNT', wide: true, cell: timesOf },
  { header: 'NAME', wide: true, cell: (event) => event.metadata.name },
];

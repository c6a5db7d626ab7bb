import { age } from '../../print/ages';
import type { Column } from '../../print/table';
import type { Event } from './event';

const eventObject = ({ involvedObject }: Event): string =>
  `${(involvedObject.kind ?? '').toLowerCase()}/${involvedObject.name ?? ''}`;

const eventSource = ({ source }: Event): string =>
  [source.component ?? '', source.host].filter((part) => part !== undefined).join(', ');

export const eventColumns: readonly Column<Event>[] = [
  { header: 'LAST SEEN', cell: (event, now) => age(event.lastTimestamp, now) },
  { header: 'TYPE', cell: (event) => event.type },
  { header: 'REASON', cell: (event) => event.reason },
  { header: 'OBJECT', cell: eventObject },
  { header: 'SUBOBJECT', wide: true, cell: (event) => event.involvedObject.fieldPath ?? '' },
  { header: 'SOURCE', wide: true, cell: eventSource },
  { header: 'MESSAGE', cell: (event) => event.message.trim() },
  { header: 'FIRST SEEN', wide: true, cell: (event, now) => age(event.firstTimestamp, now) },
  { header: 'COUNT', wide: true, cell: (event) => event.count },
  { header: 'NAME', wide: true, cell: (event) => event.metadata.name },
];

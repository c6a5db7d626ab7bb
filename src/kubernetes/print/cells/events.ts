import { name } from '../commonColumns';
import { type Cell, type ColumnsByKind, since, text } from './column';
import { hasPart, numberAt, textAt } from './reading';

const firstSeen: Cell = (event, now) =>
  since(event, hasPart(event, 'deprecatedFirstTimestamp') ? 'deprecatedFirstTimestamp' : 'eventTime', now);

const lastSeen: Cell = (event, now) => {
  if (hasPart(event, 'series')) return since(event, 'series.lastObservedTime', now);
  if (hasPart(event, 'deprecatedLastTimestamp')) return since(event, 'deprecatedLastTimestamp', now);
  return firstSeen(event, now);
};

const times: Cell = (event) =>
  hasPart(event, 'series') ? (numberAt(event, 'series.count') ?? 0) : numberAt(event, 'deprecatedCount') || 1;

const regarding: Cell = (event) => {
  const kind = (textAt(event, 'regarding.kind') ?? '').toLowerCase();
  const about = textAt(event, 'regarding.name');
  return about ? `${kind}/${about}` : kind;
};

const source: Cell = (event) => {
  const component = textAt(event, 'deprecatedSource.component') || textAt(event, 'reportingController') || '';
  const instance = textAt(event, 'deprecatedSource.host') || textAt(event, 'reportingInstance');
  return instance ? `${component}, ${instance}` : component;
};

/** Events by the names that their own API group has for the fields. @see printEvent, Convert_v1_Event_To_core_Event */
export const eventColumns: ColumnsByKind = {
  'events.k8s.io/v1/events': [
    { header: 'LAST SEEN', cell: lastSeen },
    { header: 'TYPE', cell: text('type') },
    { header: 'REASON', cell: text('reason') },
    { header: 'OBJECT', cell: regarding },
    { header: 'SUBOBJECT', wide: true, cell: text('regarding.fieldPath') },
    { header: 'SOURCE', wide: true, cell: source },
    { header: 'MESSAGE', cell: (event) => (textAt(event, 'note') ?? '').trim() },
    { header: 'FIRST SEEN', wide: true, cell: firstSeen },
    { header: 'COUNT', wide: true, cell: times },
    { ...name, wide: true },
  ],
};

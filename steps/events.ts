import { type DataTable, Then } from '@cucumber/cucumber';
import type { Event } from '../src/kubernetes/objects';
import { resources } from '../src/kubernetes/resources';
import { podsOfDaemonSet } from '../src/timeline';
import { expectRows } from './support/expectations';
import { readRows } from './support/tables';
import type { Scenario } from './world';

const COLUMNS = ['type', 'reason', 'from', 'message'];

const rowOf = (event: Event) => ({
  type: event.type,
  reason: event.reason,
  from: event.source.component ?? '',
  message: event.message,
});

/** The events about a daemon set or about one of its pods. */
const eventsAbout = async (scenario: Scenario, name: string): Promise<readonly Event[]> => {
  const pods = new Set(podsOfDaemonSet(scenario.pods(), name).map(({ uid }) => uid));
  const events = (await scenario.cluster.api.list({ resource: resources.events })) as readonly Event[];
  return events.filter(
    ({ involvedObject: { kind, name: about, uid = '' } }) =>
      (kind === 'DaemonSet' && about === name) || pods.has(uid),
  );
};

// In a cell, `…` stands for anything.
Then('the events of {string} include:', async function (this: Scenario, name: string, table: DataTable) {
  const rows = (await eventsAbout(this, name)).map(rowOf);
  expectRows(`An event of "${name}" or its pods is missing.`, readRows(table, COLUMNS), rows);
});

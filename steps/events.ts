import { type Event, reporterOf } from '../src/kubernetes/kinds/event/event';
import { resources } from '../src/kubernetes/kinds/resources';
import type { StringMap } from '../src/kubernetes/object';
import { podsOf } from '../src/timeline/selections';
import { type DataTable, Then } from './language/define';
import { rowsBelow } from './support/below';
import { expectRows, fail, failAs, failForGood } from './support/expectations';
import { happened } from './support/lasting';
import { nearestOf } from './support/nearest';
import { asWritten, readRows } from './support/tables';
import { ANYTHING } from './support/wildcards';
import type { Scenario } from './world';

const COLUMNS = { type: 'Normal or Warning', reason: '', from: 'the component', message: '… for any text' };

const rowOf = (event: Event) => ({
  type: event.type,
  reason: event.reason,
  from: reporterOf(event),
  message: event.message,
});

const textOf = (event: Event): string => Object.values(rowOf(event)).join(' | ');

/** Tells whether an event is about a daemon set of this name or about one of its pods. */
const isAbout = (scenario: Scenario, name: string): ((event: Event) => boolean) => {
  const set = scenario.names.meant('DaemonSet', name);
  const pods = new Set(podsOf(scenario.pods(), set).map(({ uid }) => uid));
  return ({ involvedObject: { kind, namespace, name: about, uid = '' } }) =>
    (kind === set.kind && namespace === set.namespace && about === name) || pods.has(uid);
};

/** The events about a daemon set or about one of its pods. */
const eventsAbout = async (scenario: Scenario, name: string): Promise<readonly Event[]> => {
  const events = await scenario.cluster.api.list<Event>({ resource: resources.events });
  return events.items.filter(isAbout(scenario, name));
};

/** A row as it is written. @throws if it is true of any event */
const someWords = (row: StringMap): StringMap => {
  if (Object.values(row).every((cell) => cell.replaceAll(ANYTHING, '').trim() === ''))
    throw new Error('This row is true of any event. Write at least its reason.');
  return asWritten(row);
};

// In a cell, `…` stands for anything.
Then(
  'the events of {string} include:',
  happened(rowsBelow(COLUMNS)),
  async function (this: Scenario, name: string, table: DataTable) {
    const rows = (await eventsAbout(this, name)).map(rowOf);
    const shown = readRows(table, COLUMNS, someWords);
    expectRows(`An event of "${name}" or its pods is missing.`, shown, rows);
  },
);

// Asked of the timeline: an event that is told again is not new in the list, but written. One that expires is not told.
Then('nothing was told about {string} since', function (this: Scenario, name: string) {
  const told = this.cluster.timeline
    .changes()
    .slice(this.since.index)
    .filter(({ type }) => type !== 'DELETED')
    .flatMap(({ object }) => (object.kind === 'Event' ? [object as Event] : []))
    .filter(isAbout(this, name));
  if (told.length > 0)
    failForGood(`Nothing should be told about "${name}".`, '(nothing)', told.map(textOf).join('\n'));
});

Then('no event of {string} is a warning', async function (this: Scenario, name: string) {
  const events = await eventsAbout(this, name);
  const warnings = events.filter(({ type }) => type === 'Warning');
  if (events.length === 0) fail(`There should be events of "${name}".`, 'some', '(none)');
  if (warnings.length > 0)
    failForGood(
      `No event of "${name}" should be a warning.`,
      '(no warning)',
      warnings.map(textOf).join('\n'),
    );
});

Then(
  'at most {int} events {string} of {string} are listed',
  async function (this: Scenario, most: number, reason: string, name: string) {
    const all = await eventsAbout(this, name);
    const events = all.filter((event) => event.reason === reason);
    if (events.length === 0 && all.length > 0)
      throw new Error(
        `No event of "${name}" has the reason "${reason}". ${nearestOf(
          reason,
          all.map((event) => event.reason),
        )}`,
      );
    if (events.length === 0 || events.length > most)
      failAs(events.length > most)(
        `There should be so many events "${reason}" of "${name}", and no more.`,
        `at most ${most}, and at least one`,
        events.map(textOf).join('\n') || '(none)',
      );
  },
);

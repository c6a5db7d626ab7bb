import { deepEqual } from '../../src/kubernetes/fields/equality';
import type { DaemonSet } from '../../src/kubernetes/kinds/daemonset/daemonSet';
import { isMeant } from '../../src/timeline/objectId';
import { objectNow } from '../../src/timeline/objects';
import { type DataTable, Then } from '../language/define';
import { rowsBelow } from '../support/below';
import { COUNTERS, counterOf, readCounters } from '../support/counters';
import { expectSame, fail, failAs, failForGood } from '../support/expectations';
import { happened } from '../support/lasting';
import { inYaml } from '../support/shape';
import { inSeconds, isWithin, type Span, slackOf } from '../support/spans';
import { readRows } from '../support/tables';
import type { Scenario } from '../world';

const COUNTER_TABLE = rowsBelow(COUNTERS);

Then('the status of {string} is:', COUNTER_TABLE, function (this: Scenario, name: string, table: DataTable) {
  const set = this.daemonSet(name);
  const [expected = {}] = readRows(table, COUNTERS, readCounters, { most: 1 });
  const inLines = (read: (column: string) => unknown) =>
    Object.keys(expected)
      .map((column) => `${column}: ${read(column)}`)
      .join('\n');
  expectSame(
    `The status of "${name}" counts differently.`,
    inLines((column) => expected[column]),
    inLines((column) => counterOf(set, column)),
  );
});

/** A state of a daemon set, and when it was written (ms). */
interface Seen {
  readonly at: number;
  readonly set: DaemonSet;
}

/** The states the set went through since the When, oldest first. */
const statesSince = (scenario: Scenario, name: string): readonly Seen[] => {
  const id = scenario.names.meant('DaemonSet', name);
  return scenario.cluster.timeline
    .changes()
    .slice(scenario.since.index)
    .flatMap(({ at, object }) => (isMeant(id, object) ? [{ at, set: object as DaemonSet }] : []));
};

const line = (cells: readonly unknown[]): string => cells.join(' | ');

// The rows come in this order; there may be more between them.
Then(
  'the status of {string} went through:',
  happened(COUNTER_TABLE),
  function (this: Scenario, name: string, table: DataTable) {
    const expected = readRows(table, COUNTERS, readCounters);
    const columns = Object.keys(expected[0] ?? {});
    const seen = statesSince(this, name)
      .map(({ set }) => line(columns.map((column) => counterOf(set, column))))
      .filter((each, i, all) => each !== all[i - 1]);
    let at = 0;
    for (const row of expected) {
      at = seen.indexOf(line(columns.map((column) => row[column])), at) + 1;
      if (at === 0)
        fail(
          `The status of "${name}" should go through these, in this order.`,
          expected.map((each) => line(Object.values(each))).join('\n'),
          seen.join('\n'),
        );
    }
  },
);

// At no time since the When, not even for an instant.
Then('the status of {string} did not change', function (this: Scenario, name: string) {
  const changes = this.cluster.timeline.changes().slice(0, this.since.index);
  const before = objectNow(changes, this.names.meant('DaemonSet', name)) as DaemonSet | undefined;
  if (!before) return fail(`There was no daemon set "${name}" before.`, 'a daemon set', '(none)');
  this.daemonSet(name);
  const other = statesSince(this, name).find(({ set }) => !deepEqual(set.status, before.status));
  if (other)
    failForGood(
      `The status of "${name}" should stay as it was.`,
      inYaml(before.status),
      inYaml(other.set.status),
    );
});

const isComplete = ({ set }: Seen, column: string): boolean => {
  const desired = counterOf(set, 'desired');
  return desired > 0 && counterOf(set, column) === desired;
};

/** When the counter first reached the number of desired pods, having been below. */
const firstComplete = (states: readonly Seen[], column: string): number | undefined =>
  states.find((each, i) => {
    const before = states[i - 1];
    return before && !isComplete(before, column) && isComplete(each, column);
  })?.at;

// Conditions carry whole seconds, so a pod may count as available up to a second early.
Then(
  'all pods of {string} were ready {span} before they were available',
  happened(),
  function (this: Scenario, name: string, span: Span) {
    const states = statesSince(this, name);
    const [ready, available] = ['ready', 'available'].map((column) => firstComplete(states, column));
    const waited = (available ?? Number.NaN) - (ready ?? Number.NaN);
    if (!isWithin(span, waited, slackOf(this.cluster)))
      failAs(!Number.isNaN(waited))(
        `"${name}" should be available so long after it is ready.`,
        span.words,
        Number.isNaN(waited) ? 'never ready, or never available' : inSeconds(waited),
      );
  },
);

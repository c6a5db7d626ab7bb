import { type DataTable, Then } from '@cucumber/cucumber';
import type { DaemonSetStatus } from '../src/kubernetes/objects';
import { expectSame } from './support/expectations';
import { readRows } from './support/tables';
import type { Scenario } from './world';

const counters: Readonly<Record<string, keyof DaemonSetStatus>> = {
  desired: 'desiredNumberScheduled',
  current: 'currentNumberScheduled',
  ready: 'numberReady',
  'up-to-date': 'updatedNumberScheduled',
  available: 'numberAvailable',
  unavailable: 'numberUnavailable',
  misscheduled: 'numberMisscheduled',
};

Then('the status of {string} is:', function (this: Scenario, name: string, table: DataTable) {
  const { status } = this.daemonSet(name);
  const [expected = {}] = readRows(table, Object.keys(counters));
  const line = (read: (column: string) => unknown) =>
    Object.keys(expected)
      .map((column) => `${column}: ${read(column)}`)
      .join('\n');
  expectSame(
    `The status of "${name}" counts differently.`,
    line((column) => expected[column]),
    line((column) => status[counters[column] ?? 'numberReady'] ?? 0),
  );
});

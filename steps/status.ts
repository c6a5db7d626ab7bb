import { type DataTable, Then } from '@cucumber/cucumber';
import { COUNTERS, counterOf } from './support/counters';
import { expectSame } from './support/expectations';
import { readRows } from './support/tables';
import type { Scenario } from './world';

Then('the status of {string} is:', function (this: Scenario, name: string, table: DataTable) {
  const set = this.daemonSet(name);
  const [expected = {}] = readRows(table, COUNTERS);
  const line = (read: (column: string) => unknown) =>
    Object.keys(expected)
      .map((column) => `${column}: ${read(column)}`)
      .join('\n');
  expectSame(
    `The status of "${name}" counts differently.`,
    line((column) => expected[column]),
    line((column) => counterOf(set, column)),
  );
});

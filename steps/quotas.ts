import { type DataTable, Given } from '@cucumber/cucumber';
import type { Scenario } from './world';

Given(
  'the quota {string}( is created) with:',
  async function (this: Scenario, name: string, hard: DataTable) {
    await this.create({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name },
      spec: { hard: hard.rowsHash() },
    });
  },
);

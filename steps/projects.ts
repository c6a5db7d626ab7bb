import { type DataTable, Given } from '@cucumber/cucumber';
import { OPENSHIFT_NODE_SELECTOR } from '../src/kubernetes/kinds/namespace/nodeSelector';
import { namesBelow } from './support/below';
import { readPairs } from './support/tables';
import type { Scenario } from './world';

// Whatever a scenario creates after one of these phrases goes to this project, and names mean what is in it.

Given('the project {string}', async function (this: Scenario, name: string) {
  await this.enterProject(name);
});

Given(
  'the project {string} with the default node selector {string}',
  async function (this: Scenario, name: string, selector: string) {
    await this.enterProject(name, { [OPENSHIFT_NODE_SELECTOR]: selector });
  },
);

Given(
  'the project {string} with the annotations:',
  namesBelow('an annotation', 'its value'),
  async function (this: Scenario, name: string, annotations: DataTable) {
    await this.enterProject(name, Object.fromEntries(readPairs(annotations, (key, value) => [key, value])));
  },
);

Given(
  '(at once )the quota {string}( is created) with:',
  namesBelow('a resource, like pods or requests.cpu', 'the most of it there may be'),
  async function (this: Scenario, name: string, hard: DataTable) {
    await this.create({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name },
      spec: { hard: Object.fromEntries(readPairs(hard, (resource, most) => [resource, most])) },
    });
  },
);

import { editDistance } from '../src/catalogue/phrases/nearest';
import {
  KUBERNETES_NODE_SELECTOR,
  OPENSHIFT_NODE_SELECTOR,
} from '../src/kubernetes/kinds/namespace/nodeSelector';
import { type DataTable, Given } from './language/define';
import { namesBelow } from './support/below';
import { readPairs } from './support/tables';
import type { Scenario } from './world';

// Whatever a scenario creates after one of these phrases goes to this project, and names mean what is in it.

/** So many letters may differ for a slip of the pen. */
const SLIPS = 3;

/** @throws if an annotation is nearly one that decides where pods may run: it would be read by nobody */
const checkAnnotation = (key: string, value: string): readonly [string, string] => {
  const meant = [KUBERNETES_NODE_SELECTOR, OPENSHIFT_NODE_SELECTOR].find((known) => {
    const distance = editDistance(key, known);
    return distance > 0 && distance <= SLIPS;
  });
  if (meant !== undefined) throw new Error(`Nobody reads an annotation "${key}". Did you mean "${meant}"?`);
  return [key, value];
};

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
    await this.enterProject(name, Object.fromEntries(readPairs(annotations, checkAnnotation)));
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

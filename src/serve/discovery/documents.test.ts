import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { kindsFromTheStart } from '../../kubernetes/kinds/everyKind';
import { KUBERNETES } from '../../kubernetes/release';
import { apiGroupDiscoveryList } from './aggregated';
import { servedGroups } from './resources';

const published = (name: string): object =>
  JSON.parse(
    readFileSync(join(__dirname, '../../kubernetes/wire/published', `v${KUBERNETES.release}`, name), 'utf8'),
  ) as object;

const fresh = servedGroups(kindsFromTheStart());

describe('discovery of a fresh cluster', () => {
  it('is what Kubernetes says of itself, word for word', () => {
    const [core, others] = [fresh.filter(({ name }) => name === ''), fresh.filter(({ name }) => name !== '')];
    expect(apiGroupDiscoveryList(core)).to.deep.equal({ metadata: {}, ...published('discovery-api.json') });
    expect(apiGroupDiscoveryList(others)).to.deep.equal({
      metadata: {},
      ...published('discovery-apis.json'),
    });
  });
});

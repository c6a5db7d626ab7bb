import { expect } from 'chai';
import { type Served, serve } from '../serve/serve';
import { differences, type Outcomes, Suite } from './servedSuite.testkit';

const FEATURES = ['features/permissions', 'features/quota', 'features/events', 'features/warnings'];

describe('features on a served cluster', function () {
  this.timeout(30 * 60_000);
  const suite = new Suite();
  let expected: Outcomes;
  let served: Served;

  before(async () => {
    await suite.prepare();
    expected = await suite.inProcess(...FEATURES);
  });
  beforeEach(async () => {
    served = await serve();
  });
  afterEach(() => served.close());
  after(() => suite.remove());

  it('ends as in process', async () => {
    const found = await suite.onCluster(served.kubeconfig(), ...FEATURES);
    expect(differences(found, expected)).to.deep.equal([]);
  });
});

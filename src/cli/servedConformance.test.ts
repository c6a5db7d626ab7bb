import { expect } from 'chai';
import { type Served, serve } from '../serve/serve';
import { Suite } from './servedSuite.testkit';

const CHOSEN = ['features/creating/first-daemon-set.feature', 'features/deletion'];

describe('npm run conformance on a served cluster', function () {
  this.timeout(10 * 60_000);
  const suite = new Suite();
  let served: Served;

  before(async () => {
    await suite.prepare();
    served = await serve();
  });
  after(async () => {
    await served.close();
    suite.remove();
  });

  it('proves what it tries, skips nothing, and writes a report that is in order', async () => {
    const [ran, checked] = await suite.conformance(served.kubeconfig(), ...CHOSEN);
    expect([ran?.code, ran?.stderr]).to.deep.equal([0, '']);
    expect([checked?.code, checked?.stderr]).to.deep.equal([0, '']);
    expect(checked?.stdout).to.match(/^reports\/conformance\.yaml: .* It is in order\.\n$/);
  });
});

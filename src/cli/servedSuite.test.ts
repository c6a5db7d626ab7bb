import { expect } from 'chai';
import type { Dials, Fault } from '../drivers/kubernetes/faults/dials.testkit';
import { badLineTo } from '../drivers/kubernetes/faults/proxy.testkit';
import { type Served, serve } from '../serve/serve';
import { differences, type Outcomes, Suite } from './servedSuite.testkit';

/** Of 1,000 requests, or watches, so many go wrong. */
const BAD_DAY: Dials = {
  cutBefore: 2,
  cutAfter: 1,
  cutWithin: 1,
  answer500: 1,
  answer503: 3,
  answer429: 3,
  endWatch: 50,
  cutWatch: 50,
  oldWatch: 5,
  slowWatch: 100,
  slowness: 20,
};

describe('the whole suite on a served cluster', function () {
  this.timeout(30 * 60_000);
  const suite = new Suite();
  let expected: Outcomes;
  let served: Served;

  before(async () => {
    await suite.prepare();
    expected = await suite.inProcess();
  });
  beforeEach(async () => {
    served = await serve();
  });
  afterEach(() => served.close());
  after(() => suite.remove());

  it('ends as in process', async () => {
    const found = await suite.onCluster(served.kubeconfig());
    expect(differences(found, expected)).to.deep.equal([]);
  });

  it('ends so with eight workers, each with a cluster of its own', async () => {
    const found = await suite.onCluster(served.kubeconfig(), '--parallel', '8');
    expect(differences(found, expected)).to.deep.equal([]);
    expect(served.clusters.all.map(({ name }) => name)).to.deep.equal(['default']);
  });

  it('ends so on a bad day, when connections are cut, requests refused, and watches end', async () => {
    const line = await badLineTo(served.url, 1, BAD_DAY);
    const found = await suite.onCluster(served.kubeconfig().replaceAll(served.url, line.url));
    await line.close();
    expect(differences(found, expected)).to.deep.equal([]);
    const told = Object.keys(BAD_DAY).filter((dial) => dial !== 'slowness') as Fault[];
    expect(told.filter((fault) => !line.happened.has(fault))).to.deep.equal([]);
  });
});

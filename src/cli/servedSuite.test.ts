import { expect } from 'chai';
import type { Dials, Fault } from '../drivers/kubernetes/faults/dials.testkit';
import { badLineTo } from '../drivers/kubernetes/faults/proxy.testkit';
import { type Served, serve } from '../serve/serve';
import { differences, type Outcomes, Suite } from './servedSuite.testkit';

/** Of 1,000 requests, or watches, so many go wrong. */
const BAD_DAY: Dials = {
  cutBefore: 4,
  cutAfter: 3,
  cutWithin: 3,
  answer500: 3,
  answer503: 3,
  answer429: 3,
  endWatch: 50,
  cutWatch: 50,
  oldWatch: 30,
  slowWatch: 100,
  slowness: 20,
};

/** What eight workers are tried with on a good day: time goes by in much of it, and much is written. */
const SOME = ['taints', 'surge', 'deletion', 'permissions'].map((each) => `features/${each}`);

const isOfSome = ([place]: readonly [string, string]): boolean =>
  SOME.some((folder) => place.startsWith(`${folder}/`));

const IN_PARALLEL = ['--parallel', '8'];

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

  it('ends so, a part of it, with eight workers, each with a cluster of its own', async () => {
    const found = await suite.onCluster(served.kubeconfig(), ...IN_PARALLEL, ...SOME);
    expect(differences(found, new Map([...expected].filter(isOfSome)))).to.deep.equal([]);
    expect(served.clusters.all.map(({ name }) => name)).to.deep.equal(['default']);
  });

  it('ends so with eight workers on a bad day, when connections are cut, requests refused, and watches end', async () => {
    const line = await badLineTo(served.url, 1, BAD_DAY);
    const kubeconfig = served.kubeconfig().replaceAll(served.url, line.url);
    const found = await suite.onCluster(kubeconfig, ...IN_PARALLEL);
    await line.close();
    expect(differences(found, expected)).to.deep.equal([]);
    const told = Object.keys(BAD_DAY).filter((dial) => dial !== 'slowness') as Fault[];
    expect(told.filter((fault) => !line.happened.has(fault))).to.deep.equal([]);
  });
});

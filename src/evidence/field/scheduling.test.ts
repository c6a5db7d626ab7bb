import { join } from 'node:path';
import { expect } from 'chai';
import type { Example } from '../../run/example';
import { complaintOf, tryFeatures } from '../../run/tried.testkit';

/** What people run into when they bring the daemon sets that they really have: these sentences are true. */
const TRUE = [
  '07-pod-anti-affinity/07-pod-anti-affinity.feature',
  '08-scheduling-gates/08-scheduling-gates.feature',
  '09-extended-resources/09-extended-resources.feature',
  '10-pod-level-resources/10-pod-level-resources.feature',
  '11-sidecar-requests/11-sidecar-requests.feature',
  '12-sidecar-host-port/12-sidecar-host-port.feature',
  '24-missing-claim/24-missing-claim.feature',
];

/** And of these none is: no node has what the pods ask for, or they wait for something else for ever. */
const WRONG = 'W01-nowhere.feature';

describe('where pods of manifests from the field may run', function () {
  this.timeout(120_000);
  let tried: readonly Example[] = [];
  const inFile = (file: string): readonly Example[] =>
    tried.filter(({ uri }) => uri.replaceAll('\\', '/').endsWith(`/${file}`));

  before(async () => {
    tried = await tryFeatures(...[...TRUE, WRONG].map((file) => join(__dirname, file)));
  });

  for (const file of TRUE)
    it(`is what a real cluster says: ${file}`, () => {
      const found = inFile(file);
      expect(found).not.to.deep.equal([]);
      expect(found.map(({ outcome }) => outcome)).to.deep.equal(found.map(() => 'passed'));
    });

  it('is nowhere if they ask for what there is not', () => {
    const found = inFile(WRONG);
    expect(found).to.have.length(5);
    for (const example of found) {
      expect(example.outcome, example.name).to.equal('failed');
      expect(complaintOf(example)).to.match(/should run one pod on each node named/);
    }
  });
});

import { join } from 'node:path';
import { expect } from 'chai';
import type { Example } from '../../run/example';
import { complaintOf, tryFeatures } from '../../run/tried.testkit';

/** What people run into when they bring the daemon sets that they really have: these sentences are true. */
const TRUE = [
  '03-several-documents-one-broken/03-several-documents-one-broken.feature',
  '07-pod-anti-affinity/07-pod-anti-affinity.feature',
  '08-scheduling-gates/08-scheduling-gates.feature',
  '09-extended-resources/09-extended-resources.feature',
  '10-pod-level-resources/10-pod-level-resources.feature',
  '11-sidecar-requests/11-sidecar-requests.feature',
  '12-sidecar-host-port/12-sidecar-host-port.feature',
  '24-missing-claim/24-missing-claim.feature',
  '26-node-facts/26-node-facts.feature',
  '29-topology-labels-on-pods/29-topology-labels-on-pods.feature',
];

/** And of these none is: how many there are, and what is said of each. */
const WRONG: Readonly<Record<string, readonly [examples: number, complaint: RegExp]>> = {
  'W01-nowhere.feature': [5, /should run one pod on each node named/],
  'W20-pending-pod-at-once.feature': [1, /should/],
};

describe('what people ran into with what they brought', function () {
  this.timeout(120_000);
  let tried: readonly Example[] = [];
  const inFile = (file: string): readonly Example[] =>
    tried.filter(({ uri }) => uri.replaceAll('\\', '/').endsWith(`/${file}`));

  before(async () => {
    tried = await tryFeatures(...[...TRUE, ...Object.keys(WRONG)].map((file) => join(__dirname, file)));
  });

  for (const file of TRUE)
    it(`is what a real cluster says: ${file}`, () => {
      const found = inFile(file);
      expect(found).not.to.deep.equal([]);
      expect(found.map(({ outcome }) => outcome)).to.deep.equal(found.map(() => 'passed'));
    });

  for (const [file, [examples, complaint]] of Object.entries(WRONG))
    it(`is not so: ${file}`, () => {
      const found = inFile(file);
      expect(found).to.have.length(examples);
      for (const example of found) {
        expect(example.outcome, example.name).to.equal('failed');
        expect(complaintOf(example)).to.match(complaint);
      }
    });
});

import { join } from 'node:path';
import { expect } from 'chai';
import { notesOf } from '../../run/notes';
import { tryFeatures } from '../../run/tried.testkit';

/** What each example has to say of itself, once. */
const NOTES: Readonly<Record<string, readonly string[]>> = {
  'a hook after the start, in a template that changes': [
    'Not modelled: spec.template.spec.containers.lifecycle.postStart of DaemonSet "agent". No hook runs after the start of a container: none fails, and none delays it.',
  ],
  'a deployment beside the daemon set': [
    'Not modelled: Deployment "shop". No controller makes pods of it: of workloads only daemon sets have one.',
  ],
  'nothing of the kind': [],
};

describe('an example that writes what nobody acts on', function () {
  this.timeout(60_000);

  it('says so once, and is green all the same', async () => {
    const examples = await tryFeatures(join(__dirname, 'gaps/gaps.feature'));
    const found = Object.fromEntries(examples.map((example) => [example.name, notesOf(example)]));
    expect(found).to.deep.equal(NOTES);
    expect(examples.map(({ outcome }) => outcome)).to.deep.equal(['passed', 'passed', 'passed']);
  });
});

import { expect } from 'chai';
import { aDaemonSet, aPod } from '../kubernetes/kinds/samples.testkit';
import type { Change } from '../timeline/change';
import { digestOf } from './digest';

const pod = aPod({ name: 'log-agent-x', node: 'east-1' });
const came: Change = { at: 1000, type: 'ADDED', object: pod };
const digest = digestOf([came]);

const withMetadata = (metadata: Partial<typeof pod.metadata>): Change => ({
  ...came,
  object: { ...pod, metadata: { ...pod.metadata, ...metadata } },
});

describe('the digest of a history', () => {
  it('is the same wherever it is worked out', () => {
    expect(digestOf([])).to.equal('811c9dc59e3779b9');
    expect(
      digestOf([{ at: 1000, type: 'ADDED', object: aPod({ name: 'log-agent-x', node: 'east-1' }) }]),
    ).to.equal(digest);
    expect(digest).to.equal('ae8a0eb9374dbebf');
  });

  const others: Readonly<Record<string, readonly Change[]>> = {
    'when it happened': [{ ...came, at: 1001 }],
    'what happened': [{ ...came, type: 'MODIFIED' }],
    'which kind it was': [{ ...came, object: { ...pod, kind: 'Node' } }],
    'its name': [withMetadata({ name: 'log-agent-y' })],
    'its namespace': [withMetadata({ namespace: 'demo' })],
    'its uid': [withMetadata({ uid: 'another' })],
    'its version': [withMetadata({ resourceVersion: '2' })],
    'a value of its spec': [{ ...came, object: aPod({ name: 'log-agent-x', node: 'east-2' }) }],
    'a value of its status': [
      { ...came, object: aPod({ name: 'log-agent-x', node: 'east-1', phase: 'Failed' }) },
    ],
    'whether it happened again': [came, came],
  };
  for (const [what, changes] of Object.entries(others))
    it(`tells ${what}`, () => expect(digestOf(changes)).to.not.equal(digest));

  it('tells the order', () => {
    const set: Change = { at: 1000, type: 'ADDED', object: aDaemonSet() };
    expect(digestOf([came, set])).to.not.equal(digestOf([set, came]));
  });

  it('tells apart what only runs together', () => {
    const one = withMetadata({ name: 'a', namespace: 'bc' });
    const other = withMetadata({ name: 'ab', namespace: 'c' });
    expect(digestOf([one])).to.not.equal(digestOf([other]));
  });
});

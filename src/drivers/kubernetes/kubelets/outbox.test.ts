import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { Call } from '../connection/connection';
import { Copy } from './copy';
import { lost, podOf, type Reply, refused, Scripted, stored } from './kubelets.testkit';
import { Outbox } from './outbox';
import { Patience } from './patience';
import type { Change, Creation } from './write';

const { pods } = resources;

/** Adds a condition to whatever there is. */
const change: Change = {
  kind: 'status',
  before: podOf('5'),
  after: podOf('5', { phase: 'Running' }),
  change: (current) => ({ ...current, status: { ...(current as Pod).status, phase: 'Running' } }) as Pod,
};

const creation: Creation = { kind: 'create', object: podOf('') };

describe('what kubelets write', () => {
  const perform = async (write: Change | Creation, copy: Copy, ...replies: readonly Reply[]) => {
    const connection = new Scripted(...replies);
    const dress = (object: KubeObject): KubeObject => ({
      ...object,
      metadata: { ...object.metadata, labels: { run: 'r1' } },
    });
    const outcome = await new Outbox(connection, new Patience(), dress).perform(copy, write);
    return {
      outcome,
      sent: connection.sent.map(({ method, path }) => `${method} ${path}`),
      calls: connection.sent,
    };
  };
  const known = (pod = podOf('5')) => new Copy(pods, 'shop', 'a', pod);
  const PATH = '/api/v1/namespaces/shop/pods/a';
  const bodyOf = (call: Call | undefined) => call?.body as Pod;

  it('replaces the status of the version that is known', async () => {
    const { outcome, sent, calls } = await perform(change, known(), stored('6'));
    expect(sent).to.deep.equal([`PUT ${PATH}/status`]);
    expect(bodyOf(calls[0]).metadata.resourceVersion).to.equal('5');
    expect(outcome.kind === 'stored' && outcome.object.metadata.resourceVersion).to.equal('6');
  });

  it('is made anew for what others have made of the object meanwhile', async () => {
    const theirs = podOf('7', {
      phase: 'Pending',
      conditions: [{ type: 'DisruptionTarget', status: 'True' }],
    });
    const { sent, calls } = await perform(
      change,
      known(),
      refused('Conflict', 409),
      () => theirs,
      stored('8'),
    );
    expect(sent).to.deep.equal([`PUT ${PATH}/status`, `GET ${PATH}`, `PUT ${PATH}/status`]);
    const { metadata, status } = bodyOf(calls[2]);
    expect(metadata.resourceVersion).to.equal('7');
    expect(status.phase).to.equal('Running');
    expect(status.conditions?.map(({ type }) => type)).to.deep.equal(['DisruptionTarget']);
  });

  it('is not sent where others have written the same', async () => {
    const same = podOf('7', { phase: 'Running' });
    const { sent } = await perform(change, known(), refused('Conflict', 409), () => same);
    expect(sent).to.deep.equal([`PUT ${PATH}/status`, `GET ${PATH}`]);
  });

  it('is of no use for an object that is gone, or whose name another one has', async () => {
    const gone = await perform(change, known(), refused('NotFound', 404));
    expect(gone.outcome).to.deep.equal({ kind: 'gone' });
    const another = await perform(change, known(), refused('Conflict', 409), () => podOf('9', {}, 'uid-2'));
    expect(another.outcome).to.deep.equal({ kind: 'gone' });
    expect(another.sent).to.have.length(2);
  });

  it('is sent again if nobody knows what became of it, or the server has trouble', async () => {
    for (const trouble of [lost, refused('InternalError', 500), () => new Error('cut off')]) {
      const { outcome, sent } = await perform(change, known(), trouble, stored('6'));
      expect(sent).to.have.length(2);
      expect(outcome.kind).to.equal('stored');
    }
  });

  it('is told if it is refused', async () => {
    const { outcome } = await perform(change, known(), refused('Invalid', 422));
    expect(outcome.kind === 'refused' && outcome.error.message).to.equal('Invalid');
  });

  it('creates objects with what everything of a run carries, and without an identity of their own', async () => {
    const { calls } = await perform(creation, new Copy(pods, 'shop', 'a'), stored('3'));
    const { method, path } = calls[0] ?? {};
    expect([method, path]).to.deep.equal(['POST', '/api/v1/namespaces/shop/pods']);
    expect(bodyOf(calls[0]).metadata).to.deep.equal({ namespace: 'shop', name: 'a', labels: { run: 'r1' } });
  });

  it('finds what it has created itself, though it was not told', async () => {
    const there = podOf('3');
    const ours = { ...there, metadata: { ...there.metadata, labels: { run: 'r1' } } };
    const taken = refused('AlreadyExists', 409);
    const copy = (): Copy => new Copy(pods, 'shop', 'a');
    expect((await perform(creation, copy(), lost, taken, () => ours)).outcome).to.deep.equal({
      kind: 'stored',
      object: ours,
    });
    expect((await perform(creation, copy(), lost, taken, () => there)).outcome.kind).to.equal('refused');
    expect((await perform(creation, copy(), taken)).outcome.kind).to.equal('refused');
  });
});

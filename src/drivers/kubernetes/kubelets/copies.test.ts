import { expect } from 'chai';
import { Store } from '../../../cluster/apiserver/registry/store';
import { Loop } from '../../../cluster/simulation/loop';
import { Random } from '../../../cluster/simulation/random';
import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { Copies, type Written } from './copies';
import type { Copy, Outcome } from './copy';
import { podOf } from './kubelets.testkit';
import type { Outbox } from './outbox';
import { Replica } from './replica';
import type { Write } from './write';

const { events, pods } = resources;

describe('the copies that kubelets work on', () => {
  /** What is on its way, and how it is answered. */
  let sent: { readonly copy: Copy; readonly write: Write; readonly answer: (outcome: Outcome) => void }[] =
    [];
  let store = new Store();
  let written: Written[] = [];
  let replica: Replica;
  let copies: Copies;
  beforeEach(() => {
    sent = [];
    written = [];
    store = new Store();
    const perform = (copy: Copy, write: Write): Promise<Outcome> =>
      new Promise((answer) => sent.push({ copy, write, answer }));
    copies = new Copies(store, { perform } as Pick<Outbox, 'perform'>, {
      written: (each) => written.push(each),
      told: (resource, telling) => copies.hear(resource, telling),
    });
    replica = new Replica(store, copies, new Loop(new Random(1), () => 0));
    copies.hear(pods, { type: 'ADDED', object: podOf('5') });
  });

  const pod = () => store.get<Pod>(pods, 'shop', 'a');
  const become = (phase: string): Pod =>
    replica.updateStatus<Pod>(pods, 'shop', 'a', ({ status }) => ({ ...status, phase }));
  const answer = async (outcome: Outcome): Promise<void> => {
    sent.at(-1)?.answer(outcome);
    await new Promise(setImmediate);
  };
  const stored = (version: string, status: object): Outcome => ({
    kind: 'stored',
    object: podOf(version, status),
  });
  const told = (resource: ResourceType, object: KubeObject, type: 'MODIFIED' | 'DELETED' = 'MODIFIED') =>
    copies.hear(resource, { type, object });

  it('show what has been written at once', () => {
    expect(become('Running').status.phase).to.equal('Running');
    expect(pod()?.status.phase).to.equal('Running');
  });

  it('send what changes something, and nothing else', () => {
    become('Pending');
    expect(sent).to.have.length(0);
    become('Running');
    expect(sent).to.have.length(1);
  });

  it('send one write of an object at a time, in order, each on what the one before has made', async () => {
    become('Running');
    become('Failed');
    expect(sent).to.have.length(1);
    await answer(stored('6', { phase: 'Running' }));
    expect(sent).to.have.length(2);
    expect(sent[1]?.copy.server?.metadata.resourceVersion).to.equal('6');
    expect(pod()?.status.phase).to.equal('Failed');
    await answer(stored('7', { phase: 'Failed' }));
    expect(written.map(({ outcome }) => outcome.kind)).to.deep.equal(['stored', 'stored']);
  });

  it('never take an older version for a newer one', () => {
    told(pods, podOf('10', { phase: 'Running' }));
    told(pods, podOf('9', { phase: 'Pending' }));
    expect(pod()?.status.phase).to.equal('Running');
  });

  it('take in what is told of an object only when no write of it is on its way', async () => {
    become('Running');
    told(pods, podOf('6', { phase: 'Pending', message: 'theirs' }));
    told(pods, podOf('8', { phase: 'Running', message: 'latest' }));
    expect(pod()?.status.message).to.equal(undefined);
    await answer(stored('7', { phase: 'Running', message: 'theirs' }));
    expect(pod()?.status.message).to.equal('latest');
  });

  it('make a change anew for what others have written before it', async () => {
    become('Running');
    replica.updateStatus<Pod>(pods, 'shop', 'a', ({ status }) => ({ ...status, podIP: '10.1.0.1' }));
    await answer(stored('7', { phase: 'Running', message: 'theirs' }));
    expect(pod()?.status).to.deep.equal({ phase: 'Running', message: 'theirs', podIP: '10.1.0.1' });
  });

  it('go with their objects, and what was written goes with them', async () => {
    become('Running');
    become('Failed');
    told(pods, podOf('6'), 'DELETED');
    expect(pod()).not.to.equal(undefined);
    await answer({ kind: 'gone' });
    expect(pod()).to.equal(undefined);
    expect(written.map(({ outcome }) => outcome.kind)).to.deep.equal(['gone', 'gone']);
    expect(() => become('Running')).to.throw('pods "a" not found');
  });

  it('tell of an object that took the place of another one as of another one', () => {
    const news: string[] = [];
    store.observe(({ type, object }) => news.push(`${type} ${object.metadata.uid}`));
    told(pods, podOf('7', { phase: 'Pending' }, 'uid-2'));
    expect(news).to.deep.equal(['DELETED uid-1', 'ADDED uid-2']);
    told(pods, podOf('8', {}, 'uid-1'), 'DELETED');
    expect(pod()?.metadata.uid).to.equal('uid-2');
  });

  it('are back as they were if a write is refused', async () => {
    become('Running');
    await answer({ kind: 'refused', error: new Error('no') });
    expect(pod()?.status.phase).to.equal('Pending');
  });

  it('of what could not be created are gone', async () => {
    replica.create(pods, 'shop', { ...podOf(''), metadata: { namespace: 'shop', name: 'b' } });
    expect(store.get(pods, 'shop', 'b')).not.to.equal(undefined);
    await answer({ kind: 'refused', error: new Error('no') });
    expect(store.get(pods, 'shop', 'b')).to.equal(undefined);
  });

  it('of what was created are what the server has made of it, and can be changed before', async () => {
    replica.create(pods, 'shop', { ...podOf(''), metadata: { namespace: 'shop', name: 'a2' } });
    replica.updateStatus<Pod>(pods, 'shop', 'a2', ({ status }) => ({ ...status, message: 'ours' }));
    const made = podOf('9', { phase: 'Pending', qosClass: 'BestEffort' }, 'uid-9');
    const object = { ...made, metadata: { ...made.metadata, name: 'a2' } };
    await answer({ kind: 'stored', object });
    const now = store.get<Pod>(pods, 'shop', 'a2');
    expect(now?.metadata.uid).to.equal('uid-9');
    expect(now?.status).to.deep.equal({ phase: 'Pending', qosClass: 'BestEffort', message: 'ours' });
  });

  it('are not deleted before the server says so', async () => {
    replica.delete(pods, 'shop', 'a', { gracePeriodSeconds: 0, preconditions: { uid: 'uid-1' } });
    await answer(stored('5', { phase: 'Pending' }));
    expect(pod()).not.to.equal(undefined);
    told(pods, podOf('6'), 'DELETED');
    expect(pod()).to.equal(undefined);
  });

  it('let events say which version of an object they are about', () => {
    told(pods, podOf('1234', { phase: 'Running' }));
    const { resourceVersion } = pod()?.metadata ?? {};
    expect(resourceVersion).not.to.equal('1234');
    const about = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'a', resourceVersion };
    const event = { apiVersion: 'v1', kind: 'Event', metadata: { name: 'a.1' }, involvedObject: about };
    replica.create(events, 'shop', event);
    const { write } = sent.at(-1) ?? {};
    expect(write?.kind === 'create' && (write.object as Event).involvedObject.resourceVersion).to.equal(
      '1234',
    );
  });
});

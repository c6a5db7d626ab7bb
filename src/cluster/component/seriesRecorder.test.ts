import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import { resources } from '../../kubernetes/kinds/resources';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { Stage } from '../stage.testkit';
import { Client } from './client';
import { SeriesRecorder } from './seriesRecorder';

const MINUTE = 60_000;
const pod = aPod({ name: 'indexer' });
const next = { ...pod, metadata: { ...pod.metadata, resourceVersion: '2' } };

describe('what the scheduler tells users', () => {
  let stage = new Stage();
  let recorder: SeriesRecorder;
  beforeEach(() => {
    stage = new Stage();
    const client = new Client(stage.registry, stage.disturbance);
    recorder = new SeriesRecorder(client, stage.loop, (...timer) => stage.loop.after(...timer), 'test');
  });

  const say = (note: string, about = pod) =>
    recorder.record(about, { type: 'Warning', reason: 'Failed', action: 'Trying', note });
  const told = () => [...stage.registry.store.all(resources.events)] as Event[];
  const counts = () => told().map(({ message, series }) => `${message} ×${series?.count ?? 1}`);

  it('is an event with one time, and without a source', () => {
    stage.loop.pass(1500);
    say('no room');
    const [event] = told();
    expect(event?.eventTime).to.equal('2026-01-01T00:00:01.500000Z');
    expect(event?.firstTimestamp).to.equal(null);
    expect(event?.source).to.deep.equal({});
    expect(event?.reportingComponent).to.equal('test');
    expect(event?.action).to.equal('Trying');
    expect(event?.involvedObject.resourceVersion).to.equal('1');
  });

  it('is a series when it is the same again, and keeps its first words', () => {
    say('no room');
    stage.loop.pass(MINUTE);
    say('no room, still');
    expect(counts()).to.deep.equal(['no room ×2']);
    expect(told()[0]?.series?.lastObservedTime).to.equal('2026-01-01T00:01:00.000000Z');
  });

  it('is an event each time if it was said to happen only once', () => {
    const happening = { type: 'Normal', reason: 'Done', action: 'Doing', note: 'done', once: true } as const;
    for (let i = 0; i < 2; i++) recorder.record(pod, happening);
    expect(counts()).to.deep.equal(['done ×1', 'done ×1']);
  });

  it('is another event once the object has changed', () => {
    say('no room');
    say('no room', next);
    expect(counts()).to.deep.equal(['no room ×1', 'no room ×1']);
  });

  it('is counted silently from the third time on, and summed up every half an hour', () => {
    for (let minute = 0; minute < 30; minute += 5) {
      say('no room');
      stage.loop.pass(5 * MINUTE - 1);
      expect(counts()).to.deep.equal([`no room ×${minute === 0 ? 1 : 2}`]);
      stage.loop.pass(1);
    }
    expect(counts()).to.deep.equal(['no room ×6']);
  });

  it('is over when nothing was added for six minutes: then it is summed up, and the next is new', () => {
    for (let i = 1; i <= 3; i++) say('no room');
    stage.loop.pass(12 * MINUTE - 1);
    expect(counts()).to.deep.equal(['no room ×2']);
    stage.loop.pass(1);
    expect(counts()).to.deep.equal(['no room ×3']);
    say('no room');
    expect(counts()).to.deep.equal(['no room ×3', 'no room ×1']);
  });

  it('is told anew if the event has gone meanwhile', () => {
    say('no room');
    const [event] = told();
    if (event) stage.delete(resources.events, event.metadata.name);
    say('no room');
    expect(counts()).to.deep.equal(['no room ×2']);
  });

  it('is dropped if it cannot be written: nobody is bothered', () => {
    stage.delete(resources.namespaces, 'shop');
    say('no room');
    expect(told()).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import { resources } from '../../kubernetes/kinds/resources';
import { aDaemonSet } from '../../kubernetes/kinds/samples.testkit';
import { calm, type Disturbance } from '../simulation/disturbance';
import { Stage } from '../stage.testkit';
import { Client } from './client';
import { EventRecorder } from './recorder';

const MINUTE = 60_000;
const set = aDaemonSet();

describe('what a component tells users', () => {
  let stage = new Stage();
  let recorder: EventRecorder;
  beforeEach(() => {
    stage = new Stage();
    recorder = new EventRecorder(new Client(stage.registry, stage.disturbance), stage.loop, 'test');
  });

  const say = (message: string, about = set) => recorder.record(about, 'Normal', 'Said', message);
  const said = (): Event[] => [...stage.registry.store.all(resources.events)] as Event[];
  const counts = (): string[] => said().map(({ message, count }) => `${message} ×${count}`);

  it('is an event about the object, from the component', () => {
    say('hello');
    const [event] = said();
    expect(event?.involvedObject.name).to.equal('agent');
    expect(event?.source).to.deep.equal({ component: 'test' });
    expect(event?.metadata.name).to.match(/^agent\./);
  });

  it('is counted up if it is the same again', () => {
    say('hello');
    stage.loop.pass(MINUTE);
    say('hello');
    expect(counts()).to.deep.equal(['hello ×2']);
    expect(said()[0]?.firstTimestamp).to.equal('2026-01-01T00:00:00Z');
    expect(said()[0]?.lastTimestamp).to.equal('2026-01-01T00:01:00Z');
  });

  it('is combined after ten similar ones', () => {
    for (let i = 1; i <= 12; i++) say(`pod ${i}`);
    expect(said()).to.have.length(10);
    expect(counts().at(-1)).to.equal('(combined from similar events): pod 12 ×3');
  });

  it('is not combined any more after ten minutes of silence', () => {
    for (let i = 1; i <= 10; i++) say(`pod ${i}`);
    stage.loop.pass(11 * MINUTE);
    say('pod 11');
    expect(said()).to.have.length(11);
  });

  it('is held back after 25 about one object, and then let through one in five minutes', () => {
    const total = () => said().reduce((sum, { count = 0 }) => sum + count, 0);
    for (let i = 1; i <= 40; i++) say('hello');
    expect(total()).to.equal(25);
    stage.loop.pass(5 * MINUTE);
    for (let i = 1; i <= 3; i++) say('hello');
    expect(total()).to.equal(26);
    say('hello', aDaemonSet({ name: 'other' }));
    expect(total()).to.equal(27);
  });

  it('is dropped if it cannot be written: nobody is bothered', () => {
    stage.delete(resources.namespaces, 'shop');
    say('hello');
    expect(said()).to.deep.equal([]);
  });

  it('is not dropped silently if the program is at fault', () => {
    const broken: Disturbance = {
      ...calm,
      write: () => {
        throw new TypeError('a bug');
      },
    };
    recorder = new EventRecorder(new Client(stage.registry, broken), stage.loop, 'test');
    expect(() => say('hello')).to.throw(TypeError);
  });
});

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

  it('is combined from the tenth similar one on', () => {
    for (let i = 1; i <= 9; i++) say(`pod ${i}`);
    expect(counts()).to.deep.equal(Array.from({ length: 9 }, (_, i) => `pod ${i + 1} ×1`));
    for (let i = 10; i <= 12; i++) say(`pod ${i}`);
    expect(said()).to.have.length(10);
    expect(counts().at(-1)).to.equal('(combined from similar events): pod 12 ×3');
  });

  it('is not combined any more after ten minutes of silence', () => {
    for (let i = 1; i <= 10; i++) say(`pod ${i}`);
    stage.loop.pass(10 * MINUTE);
    say('pod 11');
    expect(counts().at(-1)).to.equal('(combined from similar events): pod 11 ×2');
    stage.loop.pass(10 * MINUTE + 1);
    say('pod 12');
    expect(counts().at(-1)).to.equal('pod 12 ×1');
  });

  it('is told 25 times about one object: of 32 new pods nine by themselves, 16 in one, and seven not at all', () => {
    for (let i = 1; i <= 32; i++) say(`pod ${i}`);
    expect(said()).to.have.length(10);
    expect(counts().at(-1)).to.equal('(combined from similar events): pod 25 ×16');
  });

  it('is then told once in five minutes, and counts what was not told', () => {
    for (let i = 1; i <= 40; i++) say('hello');
    expect(counts()).to.deep.equal(['hello ×25']);
    stage.loop.pass(5 * MINUTE);
    for (let i = 1; i <= 3; i++) say('hello');
    expect(counts()).to.deep.equal(['hello ×41']);
  });

  it('is held back for each object and each type by itself', () => {
    for (let i = 1; i <= 26; i++) say('hello');
    say('hello', aDaemonSet({ name: 'other' }));
    recorder.record(set, 'Warning', 'Said', 'hello');
    expect(said().map(({ count }) => count)).to.deep.equal([25, 1, 1]);
  });

  it('is forgotten when 4096 other objects have been spoken of since, and no sooner', () => {
    const others = (count: number, from: number): void => {
      for (let i = from; i < from + count; i++) say('hello', aDaemonSet({ name: `other-${i}` }));
    };
    const told = () => said().filter(({ involvedObject }) => involvedObject.name === 'agent').length;
    for (let i = 1; i <= 25; i++) say('hello');
    others(3000, 0);
    say('hello');
    others(4095, 3000);
    say('hello');
    expect(counts()[0]).to.equal('hello ×25');
    expect(told()).to.equal(1);
    others(4096, 7095);
    say('hello');
    expect(told()).to.equal(2);
  });

  it('is told anew, with all that was counted, if the event has gone meanwhile', () => {
    for (let i = 1; i <= 3; i++) say('hello');
    const [event] = said();
    if (event) stage.delete(resources.events, event.metadata.name);
    say('hello');
    expect(counts()).to.deep.equal(['hello ×4']);
    expect(said()[0]?.metadata.name).to.equal(event?.metadata.name);
  });

  it('names the part of the object, and the machine it comes from', () => {
    recorder.record(set, 'Normal', 'Said', 'hello', { host: 'east-1', fieldPath: 'spec.containers{main}' });
    const [event] = said();
    expect(event?.source).to.deep.equal({ component: 'test', host: 'east-1' });
    expect(event?.involvedObject.fieldPath).to.equal('spec.containers{main}');
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

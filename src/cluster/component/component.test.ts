import { expect } from 'chai';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { badRequest, conflict, notFound } from '../../kubernetes/refusals';
import { HISTORY } from '../apiserver/registry/topic';
import { widgets } from '../apiserver/registry/widgets.testkit';
import { calm, type Disturbance } from '../simulation/disturbance';
import { NAMESPACE, Stage } from '../stage.testkit';
import { Component } from './component';

const { nodes, pods } = resources;

/** Notes the pods it hears of and the keys it works on; fails as often as it is told. */
class Listener extends Component {
  readonly heard: string[] = [];
  readonly worked: number[] = [];
  /** How much it had heard when it first went to work. */
  heardAtWork: number | undefined;
  failures = 0;
  fault: () => Error = () => badRequest('not today');

  constructor(stage: Stage) {
    super('listener', stage);
    this.watch<Pod>(pods, ({ type, object }) => {
      this.heard.push(`${type} ${object.metadata.name}`);
      this.queue.add(object.metadata.name);
    });
    this.watch<Node>(nodes, ({ type, object }) => this.heard.push(`${type} ${object.metadata.name}`));
  }

  protected override sync(): void {
    this.heardAtWork ??= this.heard.length;
    this.worked.push(this.loop.now);
    if (this.failures-- > 0) throw this.fault();
  }

  learn(): void {
    this.watchKinds((resource) => {
      this.heard.push(`kind ${resource.kind}`);
      if (resource === widgets) this.watch(resource, ({ object }) => this.heard.push(object.metadata.name));
    });
  }

  write(action: () => void): void {
    this.retrying('it is written', action);
  }

  remind(run: () => void): void {
    this.after(1000, 'work', 'a reminder', run);
  }
}

describe('a component', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  it('hears of what is there when it starts, and then of every change', () => {
    stage.pod('a');
    const listener = new Listener(stage);
    expect(listener.heard).to.deep.equal(['ADDED a']);
    stage.pod('b');
    stage.delete(pods, 'a');
    stage.loop.runReady();
    expect(listener.heard).to.deep.equal(['ADDED a', 'ADDED b', 'DELETED a']);
  });

  it('hears of everything in the order it happened, of whatever kind, before it works', () => {
    const listener = new Listener(stage);
    stage.pod('a');
    stage.node('east-1');
    stage.pod('b');
    stage.loop.runReady();
    expect(listener.heard).to.deep.equal(['ADDED a', 'ADDED east-1', 'MODIFIED east-1', 'ADDED b']);
    expect(listener.heardAtWork).to.equal(4);
  });

  it('hears of everything in order even if news arrive one by one', () => {
    const dribble: Disturbance = { ...calm, batch: () => 1 };
    stage = new Stage({ disturbance: dribble });
    const listener = new Listener(stage);
    for (const name of ['a', 'b', 'c']) stage.pod(name);
    stage.loop.runReady();
    expect(listener.heard).to.deep.equal(['ADDED a', 'ADDED b', 'ADDED c']);
  });

  it('tries again what the API refused, later and later', () => {
    const listener = new Listener(stage);
    listener.failures = 3;
    stage.pod('a');
    stage.loop.settle(60_000);
    expect(listener.worked).to.deep.equal([0, 5, 15, 35]);
  });

  it('starts small again after it went well', () => {
    const listener = new Listener(stage);
    listener.failures = 2;
    stage.pod('a');
    stage.loop.settle(60_000);
    listener.failures = 1;
    stage.delete(pods, 'a');
    stage.loop.settle(60_000);
    expect(listener.worked).to.deep.equal([0, 5, 15, 15, 20]);
  });

  it('does not hide faults of the program', () => {
    const listener = new Listener(stage);
    listener.failures = 1;
    listener.fault = () => new TypeError('a bug');
    stage.pod('a');
    expect(() => stage.loop.runReady()).to.throw(TypeError);
  });

  it('repeats a write that fails for now every second, and lets go of what is gone or changed', () => {
    const listener = new Listener(stage);
    const tries = { failing: 0, gone: 0, changed: 0 };
    listener.write(() => {
      if (++tries.failing < 3) throw badRequest('not today');
    });
    listener.write(() => {
      tries.gone++;
      throw notFound(pods, 'a');
    });
    listener.write(() => {
      tries.changed++;
      throw conflict(pods, 'a', 'too late');
    });
    expect(stage.loop.settle(60_000)).to.deep.equal({ quiet: true, elapsed: 2000 });
    expect(tries).to.deep.equal({ failing: 3, gone: 1, changed: 1 });
  });

  it('does and hears nothing any more once it is stopped', () => {
    const listener = new Listener(stage);
    listener.remind(() => listener.heard.push('reminded'));
    stage.pod('a');
    listener.stop();
    stage.pod('b');
    stage.loop.settle(60_000);
    expect(listener.heard).to.deep.equal([]);
    expect(listener.worked).to.deep.equal([]);
  });

  it('keeps no news waiting for itself once it is stopped', () => {
    new Listener(stage).stop();
    const { metadata } = stage.pod('a');
    for (let change = 0; change < 3 * HISTORY; change++)
      stage.amend<Pod>(pods, 'a', (pod) => ({
        ...pod,
        metadata: { ...metadata, labels: { change: String(change) } },
      }));
    expect(stage.registry.store.topic(pods).at(0)).to.equal(undefined);
  });

  describe('that asks for kinds', () => {
    const teach = () => stage.registry.kinds.add(widgets);
    const widget = (name: string) => stage.create({ ...widgets, metadata: { name, namespace: NAMESPACE } });

    it('hears of those that there are, and of new ones, which it may watch', () => {
      const listener = new Listener(stage);
      listener.learn();
      expect(listener.heard).to.include('kind Pod').and.not.to.include('kind Widget');
      listener.heard.length = 0;
      teach();
      widget('gear');
      stage.loop.runReady();
      expect(listener.heard).to.deep.equal(['kind Widget', 'gear']);
    });

    it('hears of none any more once it is stopped', () => {
      const listener = new Listener(stage);
      listener.learn();
      listener.heard.length = 0;
      listener.stop();
      teach();
      expect(listener.heard).to.deep.equal([]);
    });
  });
});

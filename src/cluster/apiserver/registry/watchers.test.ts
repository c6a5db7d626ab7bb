import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { badRequest } from '../../../kubernetes/refusals';
import type { WatchEvent } from '../../../port/api';
import { Component } from '../../component/component';
import { NAMESPACE, Stage } from '../../stage.testkit';
import { administrator } from '../requests/caller';
import { inWords, now, Watcher } from './watches.testkit';

const { configmaps, pods } = resources;

/** Labels every pod twice, in one go. */
class Labeller extends Component {
  readonly log: string[];

  constructor(stage: Stage, log: string[]) {
    super('labeller', stage);
    this.log = log;
    this.watch<Pod>(pods, ({ type, object }) => {
      if (type === 'ADDED') this.queue.add(object.metadata.name);
    });
  }

  protected override sync(name: string): void {
    const pod = this.client.get<Pod>(pods, NAMESPACE, name);
    for (const step of ['begins', 'ends']) {
      this.client.amend(pod, pods, (current) => ({
        ...current,
        metadata: { ...current.metadata, labels: { step } },
      }));
      this.log.push(step);
    }
  }
}

describe('whoever watches', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const remember = (name: string) =>
    stage.server.create(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
      administrator,
      NAMESPACE,
    );
  const label = (name: string, labels: Pod['metadata']['labels']) =>
    stage.amend<Pod>(pods, name, (pod) => ({ ...pod, metadata: { ...pod.metadata, labels } }));

  it('is told when the cluster has its turn, not before', () => {
    stage.pod('a');
    const watcher = new Watcher(stage, pods);
    stage.pod('b');
    stage.server.deleteCollection(pods, {}, {}, administrator);
    expect(watcher.told).to.deep.equal([]);
    expect(watcher.news()).to.deep.equal(['ADDED a', 'ADDED b', 'DELETED a', 'DELETED b']);
  });

  it('is told between the turns of components, never in the middle of one', () => {
    const log: string[] = [];
    new Labeller(stage, log);
    new Watcher(stage, pods, now(stage), ({ object }) => log.push(`told of ${object.metadata.labels?.step}`));
    stage.pod('a');
    stage.loop.runReady();
    expect(log).to.deep.equal(['told of undefined', 'begins', 'ends', 'told of begins', 'told of ends']);
  });

  it('may write, to what it watches too: that is told next, in its order', () => {
    const told: string[] = [];
    const answer = (event: WatchEvent): void => {
      told.push(`${inWords(event)} begins`);
      if (event.type === 'ADDED') label(event.object.metadata.name, { seen: 'yes' });
      told.push(`${inWords(event)} ends`);
    };
    new Watcher(stage, pods, now(stage), answer);
    const other = new Watcher(stage, pods, now(stage));
    stage.pod('a');
    expect(other.news()).to.deep.equal(['ADDED a', 'MODIFIED a']);
    expect(told).to.deep.equal(['ADDED a begins', 'ADDED a ends', 'MODIFIED a begins', 'MODIFIED a ends']);
  });

  it('may be refused, and told so', () => {
    const refusals: unknown[] = [];
    const create = (): void => {
      try {
        remember('taken');
      } catch (error) {
        refusals.push((error as Error).message);
      }
    };
    remember('taken');
    new Watcher(stage, pods, now(stage), create);
    stage.pod('a');
    stage.loop.runReady();
    expect(refusals).to.deep.equal(['configmaps "taken" already exists']);
  });

  it('may begin to watch something else, and stop', () => {
    const others: Watcher[] = [];
    const watcher = new Watcher(stage, pods, now(stage), () => {
      others.push(new Watcher(stage, configmaps));
      watcher.stop();
    });
    remember('settings');
    stage.pod('a');
    stage.pod('b');
    expect(watcher.news()).to.deep.equal(['ADDED a']);
    expect(others.map((each) => each.news())).to.deep.equal([['ADDED settings']]);
  });

  it('may let time pass: more is told only when it is done', () => {
    const told: string[] = [];
    stage.loop.after(5_000, 'work', 'another pod', () => stage.pod('later'));
    new Watcher(stage, pods, now(stage), ({ object }) => {
      told.push(`${object.metadata.name} at ${stage.loop.now}`);
      if (object.metadata.name === 'a') stage.loop.pass(60_000);
      told.push(`${object.metadata.name} done`);
    });
    stage.pod('a');
    stage.pod('b');
    stage.loop.runReady();
    expect(told).to.deep.equal(['a at 0', 'a done', 'b at 60000', 'b done', 'later at 60000', 'later done']);
  });

  it('and fails, fails whoever lets time pass; the others are told all the same, and it goes on', () => {
    const failing = new Watcher(stage, pods, now(stage), ({ object }) => {
      if (object.metadata.name === 'a') throw badRequest('this watcher is broken');
    });
    const other = new Watcher(stage, pods, now(stage));
    stage.pod('a');
    expect(() => stage.loop.settle(1000)).to.throw('this watcher is broken');
    stage.pod('b');
    expect(other.news()).to.deep.equal(['ADDED a', 'ADDED b']);
    expect(failing.told.map(inWords)).to.deep.equal(['ADDED a', 'ADDED b']);
  });

  it('and answers every answer, goes round in circles, and is named', () => {
    let changes = 0;
    new Watcher(stage, pods, now(stage), () => label('a', { change: String(++changes) }));
    stage.pod('a');
    const { quiet, busy } = stage.loop.settle(1000);
    expect([quiet, busy]).to.deep.equal([false, 'work without end, though no time passes: watches']);
  });

  it('changes nothing in what the seed decides', () => {
    const story = (isWatched: boolean): string[] => {
      const set = new Stage({ seed: 7 });
      for (let labeller = 0; labeller < 3; labeller++) new Labeller(set, []);
      if (isWatched) new Watcher(set, pods);
      for (const name of ['a', 'b']) set.pod(name);
      set.loop.runReady();
      return [set.loop.random.uuid(), set.pod('c').metadata.uid];
    };
    expect(story(true)).to.deep.equal(story(false));
  });
});

import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { NAMESPACE, Stage } from '../../stage.testkit';
import { inWords, now, Watcher } from './watches.testkit';

const { configmaps, nodes, pods } = resources;

describe('watches of a kind', () => {
  let stage = new Stage();
  let log: string[] = [];
  beforeEach(() => {
    stage = new Stage();
    log = [];
  });

  const note = (name: string, namespace = NAMESPACE) =>
    stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } });
  const watch = (name: string, options: object = {}): Watcher =>
    new Watcher(stage, configmaps, { ...now(stage), ...options }, (event) =>
      log.push(`${name}: ${inWords(event)}`),
    );

  it('are told in the order in which they were opened, whatever they are about', () => {
    stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
    watch('of a', { fieldSelector: 'metadata.name=a' });
    watch('of all');
    watch('of the namespace', { namespace: NAMESPACE });
    watch('of a in the namespace', { namespace: NAMESPACE, fieldSelector: 'metadata.name==a' });
    watch('of b', { fieldSelector: 'metadata.name=b' });
    note('a');
    note('a', 'bank');
    stage.loop.runReady();
    expect(log).to.deep.equal([
      'of a: ADDED a',
      'of all: ADDED a',
      'of the namespace: ADDED a',
      'of a in the namespace: ADDED a',
      'of a: ADDED a',
      'of all: ADDED a',
    ]);
  });

  it('share what they are told: the very same object, the last one too', () => {
    const watchers = [watch('one'), watch('other')];
    note('a');
    stage.delete(configmaps, 'a');
    stage.loop.runReady();
    const [one, other] = watchers.map(({ told }) => told.map(({ object }) => object));
    expect(one).to.have.length(2);
    expect(one?.[0]).to.equal(other?.[0]);
    expect(one?.[1]).to.equal(other?.[1]);
  });

  it('that begin while others are being told hear it once, and in order', () => {
    const late: Watcher[] = [];
    const { resourceVersion } = now(stage);
    new Watcher(stage, configmaps, now(stage), ({ object }) => {
      if (object.metadata.name === 'a') late.push(new Watcher(stage, configmaps, { resourceVersion }));
    });
    new Watcher(stage, configmaps, now(stage));
    for (const name of ['a', 'b']) note(name);
    stage.loop.runReady();
    note('c');
    expect(late.map((each) => each.news())).to.deep.equal([['ADDED a', 'ADDED b', 'ADDED c']]);
  });

  it('leave nothing behind', () => {
    const watchers = Array.from({ length: 1000 }, (_, index) =>
      watch(String(index), { fieldSelector: `metadata.name=n${index}` }),
    );
    watchers.push(new Watcher(stage, nodes));
    expect(stage.registry.watchers.size).to.equal(1001);
    for (const each of watchers) each.stop();
    for (const each of watchers) each.stop();
    expect(stage.registry.watchers.size).to.equal(0);
    note('n5');
    expect([stage.loop.runReady(), log]).to.deep.equal([true, []]);
    const next = watch('next');
    note('n6');
    expect(next.news()).to.deep.equal(['ADDED n6']);
  });

  it('that begin with what is there are not told of it again, though others have still to hear of it', () => {
    const early = watch('early');
    note('a');
    const late = new Watcher(stage, configmaps);
    expect([early.news(), late.news()]).to.deep.equal([['ADDED a'], ['ADDED a']]);
  });

  describe('say how far they have got', () => {
    const begin = (since: number | undefined, act = (): void => {}) =>
      stage.registry.watchers.watchSince(configmaps, {}, since, { onEvent: act });

    it('which is as far as the store, unless there is something to tell', () => {
      const watching = begin(undefined);
      const before = stage.registry.store.revision;
      expect(watching.progress()).to.equal(before);
      stage.pod('a');
      expect(watching.progress()).to.equal(before + 1);
      note('a');
      note('b');
      expect(watching.progress()).to.equal(before + 1);
      stage.loop.runReady();
      expect(watching.progress()).to.equal(before + 3);
    });

    it('while they are told of what they missed', () => {
      const { revision } = stage.registry.store;
      for (const name of ['a', 'b']) note(name);
      stage.loop.runReady();
      const seen: number[] = [];
      const watching = begin(revision, () => seen.push(watching.progress() - revision));
      expect(watching.progress()).to.equal(revision);
      stage.loop.runReady();
      expect(seen).to.deep.equal([1, 2]);
    });
  });

  describe('end with their kind', () => {
    it('once they have heard what was written before', () => {
      const kind = stage.registry.served(configmaps);
      const audience = (name: string) => ({
        onEvent: () => log.push(name),
        onEnd: () => log.push(`${name} ended`),
      });
      for (const name of ['one', 'other'])
        stage.registry.watchers.watchSince(configmaps, {}, undefined, audience(name));
      const ofPods = stage.registry.watchers.watchSince(pods, {}, undefined, audience('of pods'));
      new Watcher(stage, configmaps, now(stage));
      note('a');
      stage.registry.withdraw(kind);
      stage.pod('a');
      expect(log).to.deep.equal([]);
      stage.loop.runReady();
      expect(log).to.deep.equal(['one', 'other', 'one ended', 'other ended', 'of pods']);
      ofPods.stop();
      expect(stage.registry.watchers.size).to.equal(1);
    });
  });
});

import { expect } from 'chai';
import type { KubeObject } from '../../../kubernetes/object';
import { refusalOf } from '../../stage.testkit';
import { HISTORY, type StoreEvent, Topic } from './topic';

const news = (name: string, revision = 1): StoreEvent => ({
  type: 'ADDED',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, resourceVersion: String(revision) },
  } as KubeObject,
  before: undefined,
  serial: 0,
});

describe('a topic', () => {
  let topic = new Topic();
  beforeEach(() => {
    topic = new Topic();
  });

  /** A reader, what it has read, and how often it was told of news. */
  const reader = () => {
    const read: string[] = [];
    const told = { times: 0 };
    const cursor = topic.read(() => told.times++);
    const take = (count: number) => cursor.take(count, ({ object }) => read.push(object.metadata.name));
    return { cursor, read, take, told };
  };

  it('lets everybody read at their own pace, from when they came', () => {
    const early = reader();
    topic.publish(news('a'));
    const late = reader();
    topic.publish(news('b'));
    early.take(1);
    late.take(9);
    expect([early.read, late.read]).to.deep.equal([['a'], ['b']]);
    early.take(9);
    expect(early.read).to.deep.equal(['a', 'b']);
    expect(early.cursor.waiting).to.equal(0);
  });

  it('tells a reader of news once, until it has read them all', () => {
    const { take, told } = reader();
    topic.publish(news('a'));
    topic.publish(news('b'));
    expect(told.times).to.equal(1);
    take(1);
    topic.publish(news('c'));
    expect(told.times).to.equal(1);
    take(2);
    topic.publish(news('d'));
    expect(told.times).to.equal(2);
  });

  it('knows how much of what waits is older than something else', () => {
    const { cursor, take } = reader();
    for (const revision of [3, 5, 9]) topic.publish(news('a', revision));
    expect(cursor.oldest).to.equal(3);
    expect([1, 3, 4, 9, 10].map((each) => cursor.waitingBefore(each))).to.deep.equal([0, 0, 1, 2, 3]);
    take(2);
    expect([9, 10].map((each) => cursor.waitingBefore(each))).to.deep.equal([0, 1]);
  });

  it('tells nobody who has left', () => {
    const { cursor, told } = reader();
    cursor.close();
    topic.publish(news('a'));
    expect(told.times).to.equal(0);
  });

  it('loses nothing when it forgets what everybody has read', () => {
    const slow = reader();
    const quick = reader();
    for (let i = 0; i < 10_000; i++) {
      topic.publish(news(String(i)));
      quick.take(1);
      if (i === 6000) slow.take(5000);
    }
    slow.take(10_000);
    expect(slow.read).to.have.length(10_000);
    expect(slow.read.at(-1)).to.equal('9999');
    expect(quick.read).to.deep.equal(slow.read);
  });

  describe('remembers', () => {
    const publish = (count: number): void => {
      for (let i = 0; i < count; i++) topic.publish(news(String(topic.end), 10 * (topic.end + 1)));
    };
    const kept = (): number =>
      Array.from({ length: topic.end }, (_, position) => topic.at(position)).filter(Boolean).length;

    it('the last events, though nobody reads them, and not many more', () => {
      publish(20 * HISTORY);
      expect(topic.at(topic.end - HISTORY).object.metadata.name).to.equal(String(19 * HISTORY));
      expect(kept()).to.be.within(HISTORY, 2 * HISTORY);
    });

    it('as many when somebody has read them', () => {
      const { cursor, take } = reader();
      publish(20 * HISTORY);
      expect(kept()).to.equal(20 * HISTORY);
      take(20 * HISTORY);
      expect(kept()).to.be.within(HISTORY, 2 * HISTORY);
      publish(5);
      cursor.close();
      publish(20 * HISTORY);
      expect(kept()).to.be.within(HISTORY, 2 * HISTORY);
    });

    it('what came after a revision, as far back as that', () => {
      expect(topic.after(77)).to.equal(0);
      publish(HISTORY);
      expect([0, 9, 10, 11, 20, 10 * HISTORY].map((each) => topic.after(each))).to.deep.equal([
        0,
        0,
        1,
        1,
        2,
        HISTORY,
      ]);
      publish(5);
      expect(topic.after(59)).to.equal(5);
      expect(topic.after(60)).to.equal(6);
      const { code, message } = refusalOf(() => topic.after(58));
      expect([code, message]).to.deep.equal([410, 'too old resource version: 58 (59)']);
    });

    it('nothing of a time before its own, though nothing has happened', () => {
      topic = new Topic(100);
      expect(topic.after(100)).to.equal(0);
      expect(refusalOf(() => topic.after(99)).message).to.equal('too old resource version: 99 (100)');
    });

    it('so that somebody can begin in the past', () => {
      publish(3);
      const read: string[] = [];
      const told = { times: 0 };
      const cursor = topic.read(() => told.times++, topic.after(10));
      expect([cursor.waiting, told.times]).to.deep.equal([2, 0]);
      publish(1);
      cursor.take(9, ({ object }) => read.push(object.metadata.name));
      expect(read).to.deep.equal(['1', '2', '3']);
      publish(1);
      expect(told.times).to.equal(1);
    });
  });
});

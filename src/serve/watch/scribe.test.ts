import { expect } from 'chai';
import type { Form } from './form';
import { asItIs } from './form';
import { type Message, Scribe } from './scribe';

describe('a scribe', () => {
  /** A form that counts how often it was asked. */
  const counting = (name: string): Form & { times: number } => ({
    name,
    times: 0,
    show(object) {
      this.times++;
      return { shown: name, object };
    },
  });
  const added = (object: object): Message => ({ type: 'ADDED', object });
  const text = (scribe: Scribe, message: Message, form: Form, isFirst = false): string =>
    scribe.line(message, form, isFirst).toString();

  it('writes an event as a line of JSON, and numbers too large to be exact as they are', () => {
    const message: Message = { type: 'DELETED', object: { a: 9007199254740993n } };
    expect(text(new Scribe(), message, asItIs)).to.equal(
      '{"type":"DELETED","object":{"a":9007199254740993}}\n',
    );
  });

  it('writes an object once for all who see it in one form, and anew for another', () => {
    const scribe = new Scribe();
    const [one, same, other] = [counting('rows'), counting('rows'), counting('names')];
    const object = {};
    const lines = [one, same, other].map((form) => scribe.line(added(object), form, false));
    expect([one.times, same.times, other.times]).to.deep.equal([1, 0, 1]);
    expect(lines[0]).to.equal(lines[1]);
    expect(lines[2]?.toString()).to.match(/"shown":"names"/);
  });

  it('never takes one kind of event for another', () => {
    const scribe = new Scribe();
    const object = {};
    const types = (['ADDED', 'MODIFIED', 'ADDED'] as const).map((type) =>
      text(scribe, { type, object }, asItIs),
    );
    expect(types.map((line) => line.slice(9, 14))).to.deep.equal(['ADDED', 'MODIF', 'ADDED']);
  });

  it('shows the first object that a client gets in a way of its own, if there is one', () => {
    const scribe = new Scribe();
    const form = { ...counting('rows'), showFirst: () => ({ heads: true }) };
    expect(text(scribe, added({}), form, true)).to.match(/"heads":true/);
    expect(text(scribe, added({}), form)).to.match(/"shown":"rows"/);
  });

  it('shows bookmarks in the form, and refusals as they are', () => {
    const scribe = new Scribe();
    expect(text(scribe, { type: 'BOOKMARK', object: {} }, counting('rows'))).to.match(/"shown":"rows"/);
    expect(text(scribe, { type: 'ERROR', object: { code: 410 } }, counting('rows'))).to.equal(
      '{"type":"ERROR","object":{"code":410}}\n',
    );
  });

  it('forgets what is long ago', () => {
    const scribe = new Scribe();
    const form = counting('rows');
    const objects = Array.from({ length: 100 }, () => ({ text: 'x'.repeat(100_000) }));
    for (const object of objects) scribe.line(added(object), form, false);
    scribe.line(added(objects.at(-1) as object), form, false);
    expect(form.times).to.equal(100);
    scribe.line(added(objects[0] as object), form, false);
    expect(form.times).to.equal(101);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { Agenda, type Teller } from './agenda';

/** Tells what is written down, in its order, and notes it. */
const reader = (name: string, orders: readonly number[], log: string[]): Teller => {
  const left = [...orders].sort((a, b) => b - a);
  return {
    get next() {
      return left.at(-1) ?? Number.POSITIVE_INFINITY;
    },
    tell: () => log.push(`${left.pop()} ${name}`),
  };
};

const readAll = (agenda: Agenda): void => {
  for (let next = agenda.first(); next; next = agenda.first()) next.tell();
};

describe('an agenda', () => {
  it('has everybody tell in one order, and whoever came first before others at the same point', () => {
    const log: string[] = [];
    const agenda = new Agenda();
    agenda.add(reader('b', [1, 4, 5], log));
    agenda.add(reader('a', [1, 2, 5], log));
    agenda.add(reader('c', [], log));
    readAll(agenda);
    expect(log).to.deep.equal(['1 b', '1 a', '2 a', '4 b', '5 b', '5 a']);
  });

  it('does so for any number of tellers, those who come later and those who fall silent', () => {
    const orders = fc.array(fc.array(fc.nat(20), { maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(orders, fc.nat(12), (all, early) => {
        const log: string[] = [];
        const agenda = new Agenda();
        const tellers = all.map((each, index) => reader(String(index), each, log));
        for (const each of tellers.slice(0, early)) agenda.add(each);
        readAll(agenda);
        const first = log.splice(0);
        for (const each of tellers) agenda.add(each);
        readAll(agenda);
        for (const part of [first, log]) {
          const numbers = part.map((line) => Number(line.split(' ')[0]));
          expect(numbers).to.deep.equal([...numbers].sort((a, b) => a - b));
        }
        expect(first.length + log.length).to.equal(all.flat().length);
      }),
    );
  });

  it('asks nobody twice at one time, however often they say that they are there', () => {
    const log: string[] = [];
    const agenda = new Agenda();
    const one = reader('a', [1], log);
    for (let time = 0; time < 3; time++) agenda.add(one);
    agenda.first()?.tell();
    agenda.add(one);
    expect([agenda.first(), log]).to.deep.equal([undefined, ['1 a']]);
  });
});

import { expect } from 'chai';
import { duration, FlagValueError, list, longName, onOff, wholeNumber } from './flags';

describe('Values of flags', () => {
  it('reads durations', () => {
    const read = (value: string) => duration().read(value, undefined);
    expect(read('90s')).to.equal(90_000);
    expect(read('1h30m')).to.equal(5_400_000);
    expect(read('1.5m')).to.equal(90_000);
    expect(read('250ms')).to.equal(250);
    expect(read('0')).to.equal(0);
    expect(() => read('10')).to.throw(FlagValueError, 'time: missing unit in duration "10"');
    expect(() => read('soon')).to.throw(FlagValueError, 'time: invalid duration "soon"');
  });

  it('reads switches and numbers', () => {
    expect(onOff().read('F', true)).to.equal(false);
    expect(() => onOff().read('maybe', false)).to.throw('strconv.ParseBool: parsing "maybe": invalid syntax');
    expect(wholeNumber().read('-1', undefined)).to.equal(-1);
    expect(() => wholeNumber().read('1.5', undefined)).to.throw('strconv.ParseInt');
  });

  it('adds up lists', () => {
    expect(list().read('b,c', ['a'])).to.deep.equal(['a', 'b', 'c']);
  });

  it('spells long names', () => {
    expect(longName('allNamespaces')).to.equal('--all-namespaces');
    expect(longName('now')).to.equal('--now');
  });
});

import { expect } from 'chai';
import { Random } from '../../simulation/random';
import { generateName } from './generatedName';

describe('a generated name', () => {
  const random = new Random(1);

  it('is the prefix and five characters, 63 at most', () => {
    expect(generateName('agent-', random, () => false)).to.match(/^agent-[a-z0-9]{5}$/);
    expect(generateName(`${'a'.repeat(57)}-`, random, () => false)).to.match(/^a{57}-[a-z0-9]{5}$/);
    expect(generateName(`${'a'.repeat(58)}-`, random, () => false)).to.match(/^a{58}[a-z0-9]{5}$/);
  });

  it('is empty without a prefix', () => {
    for (const prefix of [undefined, '']) expect(generateName(prefix, random, () => false)).to.equal('');
  });

  it('is drawn again while it is taken, eight times in all', () => {
    const drawn: string[] = [];
    const name = generateName('agent-', random, (each) => drawn.push(each) < 3);
    expect([drawn.length, new Set(drawn).size, drawn.at(-1)]).to.deep.equal([3, 3, name]);
    let asked = 0;
    generateName('agent-', random, () => ++asked > 0);
    expect(asked).to.equal(7);
  });
});

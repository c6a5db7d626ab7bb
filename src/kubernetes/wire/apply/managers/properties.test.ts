import { expect } from 'chai';
import fc from 'fast-check';
import { pathsOf } from '../sets/fieldSet';
import { data, LATER, MAPS, Written } from './written.testkit';

const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
const write = fc.record({ manager: fc.constantFrom('one', 'two'), applies: fc.boolean(), values });

describe('after any number of writes', () => {
  const carryOut = (writes: readonly (typeof write extends fc.Arbitrary<infer W> ? W : never)[]): Written => {
    const map = new Written(MAPS);
    for (const { manager, applies, values: content } of writes) {
      if (applies) map.apply(manager, data(content), { force: true });
      else map.update(manager, () => data(content));
    }
    return map;
  };

  it('applying the same again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), values, (writes, content) => {
        const map = carryOut(writes).apply('one', data(content), { force: true });
        const before = structuredClone(map.object);
        expect(map.apply('one', data(content), { time: LATER }).object).to.deep.equal(before);
      }),
    );
  });

  it('whoever applies what is theirs leaves to others what is not', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), values, (writes, content) => {
        const map = carryOut(writes).apply('two', data(content), { force: true });
        const others = map.entries.filter(({ manager }) => manager !== 'one');
        const theirs = { ...((map.object as { data?: object } | undefined)?.data ?? {}) } as Record<
          string,
          string
        >;
        map.apply('one', {});
        for (const { fieldsV1 } of others)
          for (const [, key] of pathsOf(fieldsV1 ?? {}))
            if (key)
              expect((map.object as { data?: Record<string, string> }).data?.[key.slice(2)]).to.equal(
                theirs[key.slice(2)],
              );
        expect(map.entries.filter(({ manager }) => manager !== 'one')).to.deep.equal(others);
      }),
    );
  });
});

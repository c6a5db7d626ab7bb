import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { priorityclasses } from './kind';
import { SYSTEM_PRIORITIES } from './system';

const priority = (value: number, name = 'urgent') => stored(priorityclasses, { value }, { name });

describe('a priority class', () => {
  it('is worth nothing if it does not say what, and has its first generation', () => {
    const { value, metadata } = priorityclasses.prepareForCreate(
      stored(priorityclasses, {}, { name: 'idle' }),
    );
    expect({ value, generation: metadata.generation }).to.deep.equal({ value: 0, generation: 1 });
  });

  it('is not above what users may have', () => {
    expect(priorityclasses.validateCreate(priority(1_000_000_000))).to.deep.equal([]);
    expect(wrong(priorityclasses.validateCreate(priority(1_000_000_001)))).to.deep.equal([
      'value: Forbidden: maximum allowed value of a user defined priority is 1000000000',
    ]);
  });

  it('of the system has its own name and value', () => {
    for (const [name, value] of Object.entries(SYSTEM_PRIORITIES)) {
      expect(priorityclasses.validateCreate(priority(value, name))).to.deep.equal([]);
      expect(wrong(priorityclasses.validateCreate(priority(1, name)))[0]).to.include(
        `error: value of ${name} PriorityClass must be ${value}`,
      );
      const everyones = { ...priority(value, name), globalDefault: true };
      expect(wrong(priorityclasses.validateCreate(everyones))[0]).to.include(
        `error: globalDefault of ${name} PriorityClass must be false`,
      );
    }
    expect(wrong(priorityclasses.validateCreate(priority(1, 'system-mine')))).to.deep.equal([
      "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-mine is not a known system priority class",
    ]);
  });

  it('keeps its value', () => {
    expect(wrong(priorityclasses.validateUpdate(priority(2), priority(1)))).to.deep.equal([
      'value: Forbidden: may not be changed in an update.',
    ]);
  });
});

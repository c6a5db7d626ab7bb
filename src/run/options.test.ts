import { expect } from 'chai';
import { flagsOf, optionsOfRun, parseSeed, passOn, type RunOptions, SeedError } from './options';

describe('the options of a run', () => {
  it('are the first driver, seed 1 and a calm day if nobody says otherwise', () => {
    expect(optionsOfRun({})).to.deep.equal({ driver: undefined, seed: 1, disturbed: false });
  });

  it('reach the steps as they were passed on', () => {
    const asked: readonly RunOptions[] = [
      { driver: 'kubernetes', seed: undefined, disturbed: false },
      { driver: undefined, seed: 7, disturbed: true },
    ];
    for (const options of asked) {
      const env = {};
      passOn(options, env);
      expect(optionsOfRun(env)).to.deep.equal(options);
    }
  });

  it('are said again as flags', () => {
    expect(flagsOf({ driver: 'kubernetes', disturbed: false })).to.equal(' --driver kubernetes');
    expect(flagsOf({ seed: 7, disturbed: true })).to.equal(' --seed 7 --disturbed');
  });

  it('hold a seed that is a positive whole number', () => {
    expect(parseSeed('7', '--seed')).to.equal(7);
    for (const text of ['0', '-1', '1.5', 'many', ''])
      expect(() => parseSeed(text, '--seed'), text).to.throw(SeedError, `--seed is "${text}".`);
    expect(() => optionsOfRun({ ROLLCALL_SEED: 'many' })).to.throw(SeedError, 'ROLLCALL_SEED is "many".');
  });
});

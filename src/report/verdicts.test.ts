import { expect } from 'chai';
import type { Claim } from '../catalogue/register';
import type { Example, Outcome } from '../run/example';
import { judge } from './verdicts';

const claim = (id: string): Claim => ({ id, claim: `${id}.`, verdict: 'holds', line: 1 });

const example = (outcome: Outcome, ...tags: readonly string[]): Example => ({
  uri: 'features/a.feature',
  line: 1,
  feature: 'A',
  name: 'an example',
  tags,
  outcome,
  steps: [],
});

const standing = (...examples: readonly Example[]): string | undefined =>
  judge([claim('D01')], examples)[0]?.standing;

describe('the standing of a claim', () => {
  it('is proven when every example of it passed', () => {
    expect(standing(example('passed', 'D01'), example('passed', 'D01'))).to.equal('proven');
  });

  it('counts an example of the Korean edition only where there is none in English, or if it failed', () => {
    const korean = (outcome: Outcome): Example => ({
      ...example(outcome, 'D01'),
      uri: 'features/ko/a.feature',
    });
    const passed = (...examples: readonly Example[]) => judge([claim('D01')], examples)[0]?.passed.length;
    expect(passed(example('passed', 'D01'), korean('passed'))).to.equal(1);
    expect(passed(korean('passed'))).to.equal(1);
    expect(standing(example('passed', 'D01'), korean('skipped'))).to.equal('proven');
    expect(standing(example('passed', 'D01'), korean('failed'))).to.equal('disproven');
  });

  it('is not touched by examples of other claims', () => {
    expect(standing(example('passed', 'D01'), example('failed', 'D02'))).to.equal('proven');
  });

  for (const outcome of ['failed', 'undefined', 'ambiguous', 'pending'] as const)
    it(`is disproven by one example that ended as ${outcome}`, () => {
      expect(standing(example('passed', 'D01'), example(outcome, 'D01'))).to.equal('disproven');
    });

  it('is not proven by an example that says nothing', () => {
    expect(standing({ ...example('passed', 'D01'), isIdle: true })).to.equal('untried');
    expect(standing({ ...example('failed', 'D01'), isIdle: true })).to.equal('disproven');
  });

  it('is proven in part when an example could not run here', () => {
    expect(standing(example('passed', 'D01'), example('skipped', 'D01'))).to.equal('partly');
  });

  it('is skipped when none could run', () => {
    expect(standing(example('skipped', 'D01'))).to.equal('skipped');
  });

  it('is unsure when nobody can tell of what was tried, and nothing else is known', () => {
    const unsure = { ...example('skipped', 'D01'), unsure: 'The cluster was away.' };
    expect(standing(unsure, example('skipped', 'D01'))).to.equal('unsure');
    expect(standing(unsure, example('passed', 'D01'))).to.equal('partly');
    expect(standing(unsure, example('failed', 'D01'))).to.equal('disproven');
  });

  it('is untried when no example carries its number', () => {
    expect(standing(example('passed', 'D02'))).to.equal('untried');
  });

  it('counts an example once that carries the number twice', () => {
    expect(judge([claim('D01')], [example('passed', 'D01', 'D01')])[0]?.passed).to.have.length(1);
  });
});

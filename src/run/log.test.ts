import { TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { FILM, shotsOf } from '../film/film';
import { logOf } from './run.testkit';
import { tryFeatures } from './tried.testkit';

const FEATURE = `Feature: Time
  Rule: It passes
    Example: a day
      When 1 day passes
`;

/** The film of an example whose only step attaches this. */
const filmIn = (attached: string, mediaType = FILM) => {
  const ending = () => ({ status: TestStepResultStatus.PASSED, attached, mediaType });
  const [example] = logOf({ feature: FEATURE, phrases: ['1 day passes'], ending }).examples();
  return example?.film;
};

const film = { version: 1, history: '00', steps: [[[0, [0, 'east-1']]], []] };

describe('the log of a run', () => {
  it('keeps the film of an example', () => {
    expect(filmIn(JSON.stringify(film))).to.deep.equal(film);
  });

  it('takes nothing else for a film', () => {
    const others = ['', 'null', '[]', '{', '{"version":1}', JSON.stringify({ ...film, steps: [[7]] })];
    for (const text of [...others, JSON.stringify({ ...film, version: 2 })])
      expect(filmIn(text), text).to.equal(undefined);
    expect(filmIn(JSON.stringify(film), 'application/json')).to.equal(undefined);
  });

  it('has the film of an example that failed, as far as it came', async () => {
    const examples = await tryFeatures('src/evidence/counterexamples/updates.feature');
    expect(examples.length).to.be.greaterThan(0);
    for (const { film, steps, name, outcome } of examples) {
      const written = steps.filter(({ keyword }) => keyword !== undefined);
      expect(outcome, name).to.equal('failed');
      expect(film?.steps, name).to.have.length(written.filter((step) => step.outcome !== 'skipped').length);
      expect(film && shotsOf(film)[0]?.length, name).to.be.greaterThan(0);
    }
  });
});

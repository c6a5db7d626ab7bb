import { expect } from 'chai';
import { RegisterError } from './entries';
import { parseQuestions } from './questions';

const good = `- id: why-not
  en: Why not?
  ko: 왜 안 될까?
  causes:
    - en: Nobody asked.
      ko: 아무도 묻지 않았다.
      claim: D01
      feature: features/a.feature
      example: nobody asks
`;

const problemsOf = (text: string): readonly string[] => {
  try {
    parseQuestions(text);
  } catch (error) {
    if (error instanceof RegisterError) return error.problems;
    throw error;
  }
  return [];
};

/** Changes the good question and expects exactly one complaint. */
const complains = (change: readonly [string, string], what: string) => {
  const text = good.replace(...change);
  expect(text).not.to.equal(good);
  expect(problemsOf(text)).to.deep.equal([`features/questions.yaml:1: ${what}`]);
};

describe('the questions that people ask', () => {
  it('are read with their causes, in every language', () => {
    expect(parseQuestions(good)).to.deep.equal([
      {
        id: 'why-not',
        asks: { en: 'Why not?', ko: '왜 안 될까?' },
        causes: [
          {
            says: { en: 'Nobody asked.', ko: '아무도 묻지 않았다.' },
            claim: 'D01',
            example: { feature: 'features/a.feature', title: 'nobody asks' },
          },
        ],
        line: 1,
      },
    ]);
  });

  it('are asked and answered in every language', () => {
    complains(['  ko: 왜 안 될까?\n', ''], '"why-not" has no "ko". Say it in every language: en, ko.');
    complains(
      ['ko: 아무도 묻지 않았다.', "ko: ''"],
      'Cause 1 of "why-not" has no "ko". Say it in every language: en, ko.',
    );
  });

  it('have an id for addresses, each its own', () => {
    complains(['why-not', 'Why Not'], '"Why Not" is no id. Write small letters, with - between words.');
    expect(problemsOf(good + good)).to.deep.equal([
      'features/questions.yaml:10: "why-not" stands in line 1 already. Give this one its own id.',
    ]);
  });

  it('have causes, each with a claim', () => {
    complains([good.slice(good.indexOf('  causes')), ''], '"why-not" has no causes. Name at least one.');
    complains(
      ['      claim: D01\n', ''],
      'Cause 1 of "why-not" has no "claim". Name the one that it belongs to, like D14.',
    );
  });

  it('name an example whole, or none', () => {
    complains(
      ['      example: nobody asks\n', ''],
      'Cause 1 of "why-not" names half an example. Write both: "feature", its path, and "example", its title.',
    );
  });

  it('have no word that nobody reads', () => {
    complains(
      ['      claim: D01', '      claim: D01\n      claims: D02'],
      'Nobody reads "claims". Known: en, ko, claim, feature, example.',
    );
  });
});

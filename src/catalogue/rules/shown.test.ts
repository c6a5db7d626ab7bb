import { expect } from 'chai';
import { parseFeature } from '../features';
import { parseQuestions } from '../questions';
import { parseRegister } from '../register';
import { problemText } from './problem';
import { checkShown } from './shown';

const { documents } = parseFeature(
  'Feature: A\n  Rule: B\n    Example: a third node joins\n      When 1 minute passes\n',
  'features/a.feature',
);

const problemsIn = (feature: string, example: string, claim = 'D01'): readonly string[] => {
  const side = `{en: One., ko: 하나., feature: ${feature}, example: ${example}}`;
  const claims = parseRegister(
    `- id: D01\n  claim: A.\n  verdict: holds\n  sides:\n    - ${side}\n    - ${side}\n`,
  );
  const questions = parseQuestions(
    `- id: why\n  en: Why?\n  ko: 왜?\n  causes:\n    - {en: So., ko: 그래서., claim: ${claim}, feature: ${feature}, example: ${example}}\n`,
  );
  return checkShown(claims, questions, documents).map(problemText);
};

describe('the examples that registers name', () => {
  it('are there', () => {
    expect(problemsIn('features/a.feature', 'a third node joins')).to.deep.equal([]);
  });

  it('have this title', () => {
    const what =
      ':1: No example in features/a.feature is called "a third node leaves". The nearest in name is "a third node joins".';
    expect(problemsIn('features/a.feature', 'a third node leaves')).to.deep.equal([
      `features/claims.yaml${what}`,
      `features/claims.yaml${what}`,
      `features/questions.yaml${what}`,
    ]);
  });

  it('stand in this feature', () => {
    expect(problemsIn('features/b.feature', 'a third node joins')[2]).to.equal(
      'features/questions.yaml:1: There is no feature features/b.feature. The nearest in name is "features/a.feature".',
    );
  });

  it('belong to a claim that there is', () => {
    expect(problemsIn('features/a.feature', 'a third node joins', 'D02')).to.deep.equal([
      'features/questions.yaml:1: There is no claim D02. Name one of those in features/claims.yaml.',
    ]);
  });
});

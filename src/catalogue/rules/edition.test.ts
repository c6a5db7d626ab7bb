import { expect } from 'chai';
import { gathered, parseFeature } from '../features';
import { parseRegister } from '../register';
import { checkEditions } from './edition';
import { problemText } from './problem';

const claims = parseRegister(
  '- {id: D01, claim: A., verdict: holds, ko: {claim: 가.}}\n- {id: K01, claim: B., verdict: holds, ko: {claim: 나.}}\n',
);
const english =
  '@D01 @K01\nFeature: A\n  Rule: A\n    Example: a\n      When it rains\n      Then it is wet\n';
const korean =
  '# language: ko\n@D01\n기능: 가\n  Rule: 가\n    시나리오: 가\n      만일 비가 오면\n      그러면 젖는다\n';

const problems = (ko: string, register = claims): readonly string[] =>
  checkEditions(
    gathered([parseFeature(english, 'features/a.feature'), parseFeature(ko, 'features/ko/a.feature')]),
    register,
  ).map(problemText);

describe('the editions', () => {
  it('prove the claims, the Korean one those of the chapter', () => {
    expect(problems(korean)).to.deep.equal([]);
  });

  it('prove each claim by examples of their own', () => {
    expect(problems(korean.replace('@D01\n', ''))).to.deep.equal([
      'features/claims.yaml:1: In features/ko/: D01 has no example. Write one, and put the tag @D01 above it.',
    ]);
  });

  it('are written in their language', () => {
    expect(problems(english)[0]).to.contain('features/ko/a.feature:1: This feature is not in Korean.');
    expect(problems(korean.replace('비가 오면', 'it rains on "서울"'))).to.deep.equal([
      'features/ko/a.feature:6: This step is not in Korean: "it rains on "서울"". Say it in Korean, or take it out of this edition.',
    ]);
  });

  it('say every claim', () => {
    const [first, ...others] = claims;
    expect(problems(korean, [...(first ? [{ ...first, ko: undefined }] : []), ...others])).to.deep.equal([
      'features/claims.yaml:1: D01 is not said in Korean. Add "ko:" to it, with its "claim" and, if it has one, its "condition".',
    ]);
  });
});

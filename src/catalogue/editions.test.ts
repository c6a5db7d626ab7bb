import { expect } from 'chai';
import { type Told, withoutTwin } from './editions';
import { parseFeature } from './features';
import { problemText } from './rules/problem';

const english = `@D04
Feature: Deleting
  Rule: A
    Example: a pod goes
      When the pod "a" is deleted
      Then there is no pod "a"
`;
const korean = `# language: ko
@D04
기능: 삭제
  Rule: 가
    시나리오: Pod가 사라진다
      만일 Pod "a"를 삭제하면
      그러면 Pod "a"는 없다
`;

const toldIn = (text: string, uri: string, ...deeds: readonly string[]): readonly Told[] =>
  parseFeature(text, uri).pickles.map((pickle) => ({ pickle, line: 4, deeds }));

const problems = (change: (text: string) => string, ...deeds: readonly string[]): readonly string[] =>
  withoutTwin([
    ...toldIn(english, 'features/deletion.feature', 'delete a', 'no a'),
    ...toldIn(change(korean), 'features/ko/deletion.feature', ...deeds),
  ]).map(problemText);

const same = (text: string): string => text;

describe('the Korean edition', () => {
  it('tells examples that the English one tells', () => {
    expect(problems(same, 'delete a', 'no a')).to.deep.equal([]);
  });

  it('does nothing else', () => {
    expect(problems(same, 'delete a', 'no b')[0]).to.equal(
      'features/ko/deletion.feature:4: No English example does the same as "Pod가 사라진다". The nearest is features/deletion.feature:4; ' +
        'there stands "there is no pod "a"", and here "Pod "a"는 없다". ' +
        'Both editions tell the same examples: change this one, or tell it in English, too.',
    );
  });

  it('leaves nothing out', () => {
    expect(problems(same, 'delete a')[0]).to.contain('there stands "there is no pod "a""');
  });

  it('is about the same claims, and needs the same', () => {
    const other = (text: string): string => text.replace('@D04', '@D04 @needs-node-control');
    expect(problems(other, 'delete a', 'no a')[0]).to.contain(
      'features/deletion.feature:4 has other tags: @D04.',
    );
  });
});

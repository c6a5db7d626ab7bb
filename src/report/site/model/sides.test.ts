import { expect } from 'chai';
import type { Shown } from '../../../catalogue/shown';
import type { Language } from '../../../language/language';
import { logOf } from '../../../run/run.testkit';
import { featuresOf } from './features';
import { sidesOf } from './sides';
import type { ClaimRule } from './site';

const ENGLISH = `@D19
Feature: Updates
  Rule: With OnDelete they stay
    Example: nothing yet
      Given it is so
    Example: a day later
      Given it is so
  Rule: With RollingUpdate they go
    Scenario Outline: <count> nodes
      Given it is so
      Examples:
        | count |
        | 2     |
        | 3     |
`;

const KOREAN = `# language: ko
@D19
기능: 업데이트
  Rule: OnDelete
    시나리오: 아직은 그대로
      조건 it is so
    시나리오: 하루 뒤
      조건 it is so
  Rule: RollingUpdate
    시나리오: 두 노드
      조건 it is so
`;

const rulesOf = (feature: string, uri: string): readonly ClaimRule[] => {
  const log = logOf({ feature, uri, phrases: ['it is so'] });
  return featuresOf(log.documents, log.examples()).flatMap((each) =>
    each.rules.map((rule) => ({ feature: each, rule, examples: rule.examples })),
  );
};

const english = rulesOf(ENGLISH, 'features/updates.feature');
const korean = rulesOf(KOREAN, 'features/ko/updates.feature');

const named = (title: string): Shown => ({
  says: { en: title, ko: title },
  example: { feature: 'features/updates.feature', title },
});

const titles = (rules: readonly ClaimRule[], names: readonly string[], language: Language = 'en') =>
  sidesOf({ rules }, names.map(named), language).map(({ entry }) => entry.example.name);

describe('the sides of a claim', () => {
  it('are the first example of each of its first two rules', () => {
    expect(titles(english, [])).to.deep.equal(['nothing yet', '2 nodes']);
  });

  it('are the examples that the register names; of an outline, the first', () => {
    expect(titles(english, ['a day later', '<count> nodes'])).to.deep.equal(['a day later', '2 nodes']);
    expect(titles(english, ['a day later', '3 nodes'])).to.deep.equal(['a day later', '3 nodes']);
  });

  it('are the same examples in the edition of another language', () => {
    const rules = [...english, ...korean];
    expect(titles(rules, ['a day later', '<count> nodes'], 'ko')).to.deep.equal(['하루 뒤', '두 노드']);
    expect(titles(rules, [], 'ko')).to.deep.equal(['아직은 그대로', '두 노드']);
  });

  it('are none in a language in which nothing is told, and none that were not in the run', () => {
    expect(titles(english, ['a day later'], 'ko')).to.deep.equal([]);
    expect(titles([], ['a day later'])).to.deep.equal([]);
  });
});

import { needsOf } from '../../../run/example';
import type { ClaimResult } from '../../verdicts';
import type { ClaimEntry, ClaimRule, FeatureEntry } from './site';

/** The claims of the register, each with the rules that speak of it. */
export const claimsOf = (
  results: readonly ClaimResult[],
  features: readonly FeatureEntry[],
): readonly ClaimEntry[] => {
  const rules = rulesByClaim(features);
  return results.map((result) => {
    const own = rules.get(result.claim.id) ?? [];
    return {
      ...result,
      rules: own,
      subjects: unique(own.map(({ feature }) => feature.subject)),
      needs: unique(own.flatMap(({ examples }) => examples.flatMap(({ example }) => needsOf(example)))),
    };
  });
};

const rulesByClaim = (features: readonly FeatureEntry[]): ReadonlyMap<string, readonly ClaimRule[]> => {
  const found = new Map<string, ClaimRule[]>();
  for (const feature of features)
    for (const rule of feature.rules)
      for (const tag of unique(rule.examples.flatMap(({ example }) => example.tags))) {
        const examples = rule.examples.filter(({ example }) => example.tags.includes(tag));
        const others = found.get(tag);
        if (others) others.push({ feature, rule, examples });
        else found.set(tag, [{ feature, rule, examples }]);
      }
  return found;
};

const unique = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '');

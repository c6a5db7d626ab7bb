import type { Shown } from '../../../catalogue/shown';
import type { InLanguages, Language } from '../../../language/language';
import { languageOf } from './languageOf';
import type { ClaimEntry, ClaimRule, ExampleEntry } from './site';

/** One of the two sides of a claim: an example, in one language. */
export interface Side {
  /** What it shows; where the register does not say it, the title of the rule does. */
  readonly says?: InLanguages;
  readonly rule: ClaimRule;
  readonly entry: ExampleEntry;
}

/**
 * What a claim is shown with, in a language: the examples that the register names, or else the first of the first two rules.
 * Empty if there is nothing in that language.
 */
export const sidesOf = (
  { rules }: Pick<ClaimEntry, 'rules'>,
  named: readonly Shown[],
  language: Language,
): readonly Side[] => {
  const found = named.flatMap((side) => namedSide(rules, side, language) ?? []);
  if (found.length > 0) return found;
  return rules
    .filter(({ feature }) => languageOf(feature) === language)
    .slice(0, 2)
    .flatMap((rule) => rule.examples.slice(0, 1).map((entry) => ({ rule, entry })));
};

const namedSide = (
  rules: readonly ClaimRule[],
  { says, example: { feature: uri, title } }: Shown,
  language: Language,
): Side | undefined => {
  const place = placeOf(rules, uri, title);
  if (place === undefined) return undefined;
  const edition = language === 'en' ? uri : uri.replace(/^features\//, `features/${language}/`);
  for (const rule of rules) {
    if (rule.feature.uri !== edition) continue;
    const wanted = allIn(rule)[place]?.address;
    const entry = rule.examples.find(({ address }) => address === wanted);
    if (entry) return { says, rule, entry };
  }
  return undefined;
};

const allIn = ({ feature }: ClaimRule): readonly ExampleEntry[] =>
  feature.rules.flatMap(({ examples }) => examples);

/** Which of the examples of a feature has a title. Editions in other languages tell the same ones in the same order. */
const placeOf = (rules: readonly ClaimRule[], uri: string, title: string): number | undefined => {
  const rule = rules.find(({ feature }) => feature.uri === uri);
  const place = rule
    ? allIn(rule).findIndex(({ example }) => example.name === title || example.outline === title)
    : -1;
  return place < 0 ? undefined : place;
};

import type { ParsedFeatures } from '../features';
import type { Claim } from '../register';
import { checkAuthorities } from './authority';
import { checkColumns } from './columns';
import { checkCoverage } from './coverage';
import { checkEditions } from './edition';
import { checkEmpty } from './empty';
import { checkLetters } from './letters';
import { checkNames } from './names';
import type { Problem } from './problem';
import { checkPromises } from './promise';
import { checkStructure } from './structure';
import { syntaxProblems } from './syntax';
import { checkTags } from './tags';
import { checkTitles } from './titles';

/** What only the features of the house are held to: their rules say where their truth comes from, and a Korean edition tells the same. */
export interface RulesOfTheHouse {
  /** The recordings that a rule may name. */
  readonly recordings: readonly string[];
  /** Whether they are told in Korean, too. */
  readonly hasEditions?: true;
}

/** Where the house has its features; others that are looked at with them are somebody's own. */
const FOLDER = 'features/';

/**
 * Holds features to the rules they are written by, as far as a program can tell, and the register to the features.
 * Features that cannot be read are all that is reported, if there are any.
 * @param house given for the features of the house
 */
export const lintFeatures = (
  features: ParsedFeatures,
  claims: readonly Claim[],
  house?: RulesOfTheHouse,
): readonly Problem[] => [
  ...checkFeatures(features, claims, house),
  ...(features.errors.length > 0
    ? []
    : house?.hasEditions
      ? checkEditions(features, claims)
      : checkCoverage(claims, features.pickles)),
];

/** Holds some of the features to their rules, whatever the register asks of all of them together. */
export const checkFeatures = (
  features: ParsedFeatures,
  claims: readonly Claim[],
  house?: RulesOfTheHouse,
): readonly Problem[] => {
  if (features.errors.length > 0) return syntaxProblems(features.errors);
  const inFiles = features.documents.flatMap((document) => [
    ...checkStructure(document),
    ...checkEmpty(document),
    ...checkColumns(document),
    ...checkLetters(document),
    ...checkPromises(document),
    ...checkTitles(document),
    ...checkTags(document, claims),
    ...(house && document.uri?.startsWith(FOLDER) ? checkAuthorities(document, house.recordings) : []),
  ]);
  return [...inFiles, ...checkNames(features)].sort(byPlace);
};

const byPlace = (a: Problem, b: Problem): number =>
  a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);

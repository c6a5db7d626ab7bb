import type { Cause, Question } from '../../../catalogue/questions';
import type { ExampleName } from '../../../catalogue/shown';
import { type InLanguages, type Language, languages } from '../../../language/language';
import { questionAddress } from './addresses';
import type { CauseEntry, ClaimEntry, FeatureEntry, QuestionEntry } from './site';

/** The questions that this run answers: those whose causes it has something of. */
export const questionsOf = (
  questions: readonly Question[],
  claims: readonly ClaimEntry[],
  features: readonly FeatureEntry[],
): readonly QuestionEntry[] => {
  const known = new Map(claims.map((entry) => [entry.claim.id, entry]));
  const byUri = new Map(features.map((feature) => [feature.uri, feature]));
  return questions
    .map(({ id, asks, causes }) => ({
      address: questionAddress(id),
      asks,
      causes: causes.flatMap((cause) => causeOf(cause, known, byUri) ?? []),
    }))
    .filter(({ causes }) => causes.length > 0);
};

const causeOf = (
  { says, claim, example }: Cause,
  claims: ReadonlyMap<string, ClaimEntry>,
  features: ReadonlyMap<string, FeatureEntry>,
): CauseEntry | undefined => {
  const entry = claims.get(claim);
  const addresses = languages.map((language) => [
    language,
    (example && addressOf(example, features, language)) ?? entry?.claim.id,
  ]);
  if (!entry || entry.standing === 'untried') return undefined;
  // One address of each language.
  return { says, claim: entry, addresses: Object.fromEntries(addresses) as InLanguages };
};

/** Where an example stands: in the edition of a language, if there is one. */
const addressOf = (
  { feature: uri, title }: ExampleName,
  features: ReadonlyMap<string, FeatureEntry>,
  language: Language,
): string | undefined => {
  const examples = examplesIn(features.get(uri));
  const place = examples.findIndex(({ example }) => example.name === title);
  const edition = examplesIn(features.get(uri.replace(/^features\//, `features/${language}/`)));
  // Editions tell the same examples in the same order.
  return (edition.length === examples.length ? edition : examples)[place]?.address;
};

const examplesIn = (feature: FeatureEntry | undefined) =>
  feature?.rules.flatMap(({ examples }) => examples) ?? [];

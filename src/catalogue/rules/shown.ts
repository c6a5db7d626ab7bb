import type { GherkinDocument } from '@cucumber/messages';
import { editDistance } from '../phrases/nearest';
import { QUESTIONS_PATH, type Question } from '../questions';
import { type Claim, REGISTER_PATH } from '../register';
import type { ExampleName } from '../shown';
import { scenariosOf } from './outline';
import type { Problem } from './problem';

type Complaint = Pick<Problem, 'what' | 'mend'>;

/** Claims and examples that the register and the questions name, and that there are not. */
export const checkShown = (
  claims: readonly Claim[],
  questions: readonly Question[],
  documents: readonly GherkinDocument[],
): readonly Problem[] => {
  const titles = new Map(documents.map((document) => [document.uri ?? '', titlesIn(document)]));
  const ids = new Set(claims.map(({ id }) => id));
  return [
    ...claims.flatMap(({ line, sides = [] }) =>
      sides
        .flatMap(({ example }) => misnamed(example, titles))
        .map((complaint) => ({
          file: REGISTER_PATH,
          line,
          ...complaint,
        })),
    ),
    ...questions.flatMap(({ line, causes }) =>
      causes
        .flatMap(({ claim, example }) => [
          ...(ids.has(claim) ? [] : [unknownClaim(claim)]),
          ...(example ? misnamed(example, titles) : []),
        ])
        .map((complaint) => ({ file: QUESTIONS_PATH, line, ...complaint })),
    ),
  ];
};

const titlesIn = (document: GherkinDocument): readonly string[] =>
  scenariosOf(document).map(({ scenario }) => scenario.name);

const unknownClaim = (claim: string): Complaint => ({
  what: `There is no claim ${claim}.`,
  mend: `Name one of those in ${REGISTER_PATH}.`,
});

const misnamed = (
  { feature, title }: ExampleName,
  all: ReadonlyMap<string, readonly string[]>,
): readonly Complaint[] => {
  const titles = all.get(feature);
  if (!titles) return [{ what: `There is no feature ${feature}.`, mend: meant(feature, [...all.keys()]) }];
  if (titles.includes(title)) return [];
  return [{ what: `No example in ${feature} is called "${title}".`, mend: meant(title, titles) }];
};

const meant = (word: string, known: readonly string[]): string => {
  const [nearest] = [...known].sort((a, b) => editDistance(word, a) - editDistance(word, b));
  return nearest === undefined ? 'There is none at all.' : `The nearest in name is "${nearest}".`;
};

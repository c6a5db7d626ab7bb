import type { GherkinDocument, Pickle } from '@cucumber/messages';
import { isOfKoreanEdition, KOREAN_EDITION } from '../editions';
import type { ParsedFeatures } from '../features';
import { isKorean } from '../phrases/language';
import { type Claim, REGISTER_PATH } from '../register';
import { checkCoverage } from './coverage';
import { scenariosOf } from './outline';
import type { Problem } from './problem';

/** The claims that the Korean edition tells: those of the chapter. */
const TOLD = /^D/;

const LANGUAGE = 'ko';

/**
 * Claims that an edition does not prove, and lines of the Korean one in another language. English examples prove all claims,
 * Korean ones those of the chapter, from as many sides.
 */
export const checkEditions = (
  { documents, pickles }: Pick<ParsedFeatures, 'documents' | 'pickles'>,
  claims: readonly Claim[],
): readonly Problem[] => {
  const isKo = ({ uri }: Pick<Pickle, 'uri'>) => isOfKoreanEdition(uri);
  return [
    ...checkCoverage(
      claims,
      pickles.filter((pickle) => !isKo(pickle)),
    ),
    ...checkCoverage(
      claims.filter(({ id }) => TOLD.test(id)),
      pickles.filter(isKo),
    ).map(({ what, ...rest }) => ({ ...rest, what: `In ${KOREAN_EDITION}: ${what}` })),
    ...claims.filter(({ ko }) => !ko).map(withoutKorean),
    ...documents.filter(({ uri = '' }) => isOfKoreanEdition(uri)).flatMap(checkLanguage),
  ];
};

const withoutKorean = ({ id, line }: Claim): Problem => ({
  file: REGISTER_PATH,
  line,
  what: `${id} is not said in Korean.`,
  mend: 'Add "ko:" to it, with its "claim" and, if it has one, its "condition".',
});

const checkLanguage = (document: GherkinDocument): readonly Problem[] => {
  const file = document.uri ?? '';
  if (document.feature?.language !== LANGUAGE)
    return [
      {
        file,
        line: 1,
        what: 'This feature is not in Korean.',
        mend: `Begin it with "# language: ${LANGUAGE}".`,
      },
    ];
  return scenariosOf(document).flatMap(({ scenario: { steps } }) =>
    steps
      .filter(({ text }) => !isKorean(text))
      .map(({ text, location: { line } }) => ({
        file,
        line,
        what: `This step is not in Korean: "${text}".`,
        mend: 'Say it in Korean, or take it out of this edition.',
      })),
  );
};

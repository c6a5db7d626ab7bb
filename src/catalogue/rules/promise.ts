import { type GherkinDocument, StepKeywordType } from '@cucumber/messages';
import { scenariosOf } from './outline';
import type { Problem } from './problem';

/** Examples without a Then. They pass if only nothing breaks down: nothing is promised, and so nothing is proven. */
export const checkPromises = (document: GherkinDocument): readonly Problem[] =>
  scenariosOf(document)
    .filter(
      ({ scenario: { steps } }) =>
        steps.length > 0 && steps.every(({ keywordType }) => keywordType !== StepKeywordType.OUTCOME),
    )
    .map(({ scenario: { location, name } }) => ({
      file: document.uri ?? '',
      line: location.line,
      what: `The example "${name}" has no Then.`,
      mend: 'Say what must be true in the end; without it, nothing is proven.',
    }));

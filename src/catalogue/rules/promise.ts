import { type GherkinDocument, type Scenario, StepKeywordType } from '@cucumber/messages';
import { scenariosOf } from './outline';
import type { Problem } from './problem';

/** Tells whether a scenario says what must be true in the end; what stands in a Background is said before. */
export const hasThen = ({ steps }: Pick<Scenario, 'steps'>): boolean =>
  steps.some(({ keywordType }) => keywordType === StepKeywordType.OUTCOME);

/** Examples without a Then. They pass if only nothing breaks down: nothing is promised, and so nothing is proven. */
export const checkPromises = (document: GherkinDocument): readonly Problem[] =>
  scenariosOf(document)
    .filter(({ scenario }) => scenario.steps.length > 0 && !hasThen(scenario))
    .map(({ scenario: { location, name } }) => ({
      file: document.uri ?? '',
      line: location.line,
      what: `The example "${name}" has no Then.`,
      mend: 'Say what must be true in the end; without it, nothing is proven.',
    }));

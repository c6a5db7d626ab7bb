import type { GherkinDocument } from '@cucumber/messages';
import { scenariosOf } from './outline';
import type { Problem } from './problem';

/**
 * Examples without a step. They would pass without trying anything: a first step with a misspelt keyword counts
 * as description.
 */
export const checkEmpty = (document: GherkinDocument): readonly Problem[] =>
  scenariosOf(document)
    .filter(({ scenario }) => scenario.steps.length === 0)
    .map(({ scenario }) => ({
      file: document.uri ?? '',
      line: scenario.location.line,
      what: `The example "${scenario.name}" has no steps.`,
      mend: 'A step begins with Given, When, Then, And or But; other lines under a title are description.',
    }));

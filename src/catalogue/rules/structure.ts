import { type Background, type GherkinDocument, type Step, StepKeywordType } from '@cucumber/messages';
import { rulesOf, scenariosOf } from './outline';
import type { Problem } from './problem';

const MOST_STEPS = 8;

type Complaint = Omit<Problem, 'file'>;

/** How a feature is built: description, rules, the length of examples, one When in each. */
export const checkStructure = (document: GherkinDocument): readonly Problem[] =>
  [...checkDescription(document), ...checkBackgrounds(document), ...checkExamples(document)].map(
    (complaint) => ({
      file: document.uri ?? '',
      ...complaint,
    }),
  );

const checkDescription = ({ feature }: GherkinDocument): readonly Complaint[] => {
  if (feature?.description.trim() !== '') return [];
  return [
    {
      line: feature.location.line,
      what: 'The feature has no description.',
      mend: 'Open it with a paragraph that says what it is about and why it matters.',
    },
  ];
};

/** A background sets the scene; what happens, and what must then be true, belongs to the examples. */
const checkBackgrounds = (document: GherkinDocument): readonly Complaint[] =>
  [
    ...(document.feature?.children.flatMap(({ background }) => background ?? []) ?? []),
    ...rulesOf(document).flatMap(({ children }) => children.flatMap(({ background }) => background ?? [])),
  ].flatMap(({ steps }: Background) =>
    steps.filter(isEvent).map(({ location, keyword }) => ({
      line: location.line,
      what: `A background has a step with ${keyword.trim()}.`,
      mend: 'Keep only Given here, and move this step into the examples.',
    })),
  );

const isEvent = ({ keywordType }: Step): boolean =>
  keywordType === StepKeywordType.ACTION || keywordType === StepKeywordType.OUTCOME;

const checkExamples = (document: GherkinDocument): readonly Complaint[] =>
  scenariosOf(document).flatMap(({ scenario, rule }) => {
    const { line } = scenario.location;
    const complaints: Complaint[] = [];
    if (!rule)
      complaints.push({
        line,
        what: 'This example stands under no rule.',
        mend: 'Put a Rule: above it, with the sentence that it proves.',
      });
    if (scenario.steps.length > MOST_STEPS)
      complaints.push({
        line,
        what: `This example has ${scenario.steps.length} steps.`,
        mend: `Keep to ${MOST_STEPS} at most: say more with each step, or use a table or the background.`,
      });
    const whens = scenario.steps.filter(({ keywordType }) => keywordType === StepKeywordType.ACTION);
    if (scenario.steps.length > 0 && whens.length !== 1)
      complaints.push({
        line: whens[1]?.location.line ?? line,
        what:
          whens.length === 0 ? 'This example has no When.' : `This example has ${whens.length} times When.`,
        mend:
          whens.length === 0
            ? 'Say what happens; Given is what was there before, Then what follows.'
            : 'One behaviour an example: split it, or make the first part a Given.',
      });
    return complaints;
  });

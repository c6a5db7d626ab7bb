import type { GherkinDocument, Rule, Scenario } from '@cucumber/messages';
import { rulesOf, scenariosOf } from './outline';
import type { Problem } from './problem';

type Complaint = Omit<Problem, 'file'>;

/**
 * What promises something and tries nothing: features, rules and tables without an example, examples without a step. They
 * would pass: a first step with a misspelt keyword counts as description.
 */
export const checkEmpty = (document: GherkinDocument): readonly Problem[] =>
  [
    ...withoutExample(document),
    ...rulesOf(document).filter(isBare).map(bareRule),
    ...scenariosOf(document).flatMap(({ scenario }) => [
      ...(scenario.steps.length === 0 ? [withoutSteps(scenario)] : []),
      ...withoutRows(scenario),
    ]),
  ].map((complaint) => ({ file: document.uri ?? '', ...complaint }));

const withoutExample = (document: GherkinDocument): readonly Complaint[] => {
  const { feature } = document;
  if (!feature)
    return [
      { line: 1, what: 'There is no feature in this file.', mend: 'Begin it with Feature: and a title.' },
    ];
  if (scenariosOf(document).length > 0 || rulesOf(document).length > 0) return [];
  return [
    {
      line: feature.location.line,
      what: 'The feature has no example.',
      mend: 'Begin one with Example: and a title; other lines under a title are description.',
    },
  ];
};

const isBare = ({ children }: Rule): boolean => children.every(({ scenario }) => !scenario);

const bareRule = ({ location, name }: Rule): Complaint => ({
  line: location.line,
  what: `The rule "${name}" has no example.`,
  mend: 'Prove it by one, which begins with Example: and a title.',
});

const withoutSteps = ({ location, name }: Scenario): Complaint => ({
  line: location.line,
  what: `The example "${name}" has no steps.`,
  mend: 'A step begins with Given, When, Then, And or But; other lines under a title are description.',
});

/** The tables of an outline that have no row: nothing is made of them. */
const withoutRows = ({ examples }: Scenario): readonly Complaint[] =>
  examples
    .filter(({ tableBody }) => tableBody.length === 0)
    .map(({ keyword, location }) => ({
      line: location.line,
      what: `The table under ${keyword}: has no row.`,
      mend: 'Each row is an example. Give it one, or take the table away.',
    }));

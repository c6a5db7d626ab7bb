import type { GherkinDocument, Rule, Scenario, Tag } from '@cucumber/messages';

/** A scenario and the rule it stands under, if it does. */
export interface PlacedScenario {
  readonly scenario: Scenario;
  readonly rule?: Rule;
}

export const rulesOf = ({ feature }: GherkinDocument): readonly Rule[] =>
  feature?.children.flatMap(({ rule }) => rule ?? []) ?? [];

/** Every scenario of a document, in order. */
export const scenariosOf = ({ feature }: GherkinDocument): readonly PlacedScenario[] =>
  feature?.children.flatMap(({ scenario, rule }): readonly PlacedScenario[] => {
    if (scenario) return [{ scenario }];
    return rule?.children.flatMap(({ scenario }) => (scenario ? [{ scenario, rule }] : [])) ?? [];
  }) ?? [];

/** Every tag of a document: of the feature, its rules, scenarios and tables of examples. */
export const tagsOf = (document: GherkinDocument): readonly Tag[] => [
  ...(document.feature?.tags ?? []),
  ...rulesOf(document).flatMap(({ tags }) => tags),
  ...scenariosOf(document).flatMap(({ scenario }) => [
    ...scenario.tags,
    ...scenario.examples.flatMap(({ tags }) => tags),
  ]),
];

/** All texts of a scenario that the rows of an outline are filled into. */
export const textsOf = ({ name, steps }: Scenario): readonly string[] => [
  name,
  ...steps.flatMap(({ text, docString, dataTable }) => [
    text,
    ...(docString ? [docString.content] : []),
    ...(dataTable?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? []),
  ]),
];

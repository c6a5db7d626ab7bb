import type { Background, GherkinDocument, Pickle, Rule, Scenario, Step } from '@cucumber/messages';
import { authorityOf } from '../catalogue/authority';
import { hasThen } from '../catalogue/rules/promise';

/** Under which titles a scenario stands. */
export interface Headings {
  readonly feature: string;
  readonly rule?: string;
  /** Where the truth of the rule comes from, in its own words. */
  readonly authority?: string;
  /** The line of the scenario. */
  readonly begins?: number;
  /** The title of the scenario, if it is an outline. */
  readonly outline?: string;
  /** What stands below the title of the scenario. */
  readonly description?: string;
  /** True if the scenario has no Then of its own, and so says nothing that must be true. */
  readonly isIdle?: true;
}

/** Finds what a pickle was made of in the documents it came from. */
export class AstIndex {
  readonly #headings = new Map<string, Headings>();
  readonly #lines = new Map<string, number>();
  readonly #steps = new Map<string, Step>();

  add(document: GherkinDocument): void {
    const { feature } = document;
    if (!feature) return;
    const headings: Headings = { feature: feature.name };
    for (const { background, rule, scenario } of feature.children) {
      if (background) this.#addSteps(background);
      if (scenario) this.#addScenario(scenario, headings);
      if (rule) this.#addRule(rule, headings, authorityOf(document, rule)?.text);
    }
  }

  /** Feature and rule of a pickle. */
  headingsOf(pickle: Pickle): Headings {
    return this.#headings.get(pickle.astNodeIds[0] ?? '') ?? { feature: '' };
  }

  /** The line of a pickle: of its scenario or, in an outline, of its row of examples. */
  lineOf(pickle: Pickle): number {
    return this.#lines.get(pickle.astNodeIds.at(-1) ?? '') ?? 1;
  }

  /** The step as written, given the nodes a pickle step was made of. */
  stepOf(astNodeIds: readonly string[]): Step | undefined {
    return this.#steps.get(astNodeIds[0] ?? '');
  }

  #addRule(rule: Rule, { feature }: Headings, authority?: string): void {
    const headings: Headings = { feature, rule: rule.name, ...(authority ? { authority } : {}) };
    for (const { background, scenario } of rule.children) {
      if (background) this.#addSteps(background);
      if (scenario) this.#addScenario(scenario, headings);
    }
  }

  #addScenario(scenario: Scenario, headings: Headings): void {
    const description = scenario.description.trim();
    this.#headings.set(scenario.id, {
      ...headings,
      begins: scenario.location.line,
      ...(scenario.examples.length > 0 ? { outline: scenario.name } : {}),
      ...(description === '' ? {} : { description }),
      ...(hasThen(scenario) ? {} : { isIdle: true }),
    });
    this.#lines.set(scenario.id, scenario.location.line);
    for (const examples of scenario.examples)
      for (const row of examples.tableBody) this.#lines.set(row.id, row.location.line);
    this.#addSteps(scenario);
  }

  #addSteps({ steps }: Background | Scenario): void {
    for (const step of steps) this.#steps.set(step.id, step);
  }
}

import {
  type Envelope,
  type GherkinDocument,
  type ParseError,
  TestStepResultStatus,
} from '@cucumber/messages';
import type { Claim } from '../catalogue/register';
import { checkEmpty } from '../catalogue/rules/empty';
import { type Problem, problemText } from '../catalogue/rules/problem';
import { syntaxProblem } from '../catalogue/rules/syntax';
import { checkTags } from '../catalogue/rules/tags';

/** What was handed in to a run: tells what Cucumber itself lets pass, or says in its own jargon. */
export class Intake {
  readonly #documents: GherkinDocument[] = [];
  readonly #parseErrors: ParseError[] = [];
  #planned = 0;
  #unmatched = false;

  take(envelope: Envelope): void {
    if (envelope.testCase) this.#planned++;
    else if (envelope.gherkinDocument) this.#documents.push(envelope.gherkinDocument);
    else if (envelope.parseError) this.#parseErrors.push(envelope.parseError);
    else if (envelope.undefinedParameterType) this.#unmatched = true;
    else if (envelope.testStepFinished) {
      const { status } = envelope.testStepFinished.testStepResult;
      this.#unmatched ||=
        status === TestStepResultStatus.UNDEFINED || status === TestStepResultStatus.AMBIGUOUS;
    }
  }

  /** True if a step had no step definition or several, or a phrase is broken: wrong even where nothing is executed. */
  get unmatched(): boolean {
    return this.#unmatched;
  }

  /** What is wrong with the features of this run, a sentence or two each. */
  problems(claims: readonly Claim[], paths: readonly string[]): readonly string[] {
    if (this.#parseErrors.length > 0) return this.#firstOfEachFile().map(problemText);
    if (this.#planned === 0) return [this.#noneFound(paths)];
    return this.#documents
      .flatMap((document) => [...checkEmpty(document), ...checkTags(document, claims)])
      .map(problemText);
  }

  /** The parser stumbles on after its first error: what it says then is of no use. */
  #firstOfEachFile(): readonly Problem[] {
    const first = new Map<string, Problem>();
    for (const problem of this.#parseErrors.map(syntaxProblem))
      if (!first.has(problem.file)) first.set(problem.file, problem);
    return [...first.values()];
  }

  #noneFound(paths: readonly string[]): string {
    const where = paths.length === 0 ? 'features/' : paths.join(', ');
    if (this.#documents.length === 0)
      return `No feature found in ${where}. A feature's file ends in .feature.`;
    return `No example found in ${where}. A line must be the one where an example begins; --tags and --name may leave none.`;
  }
}

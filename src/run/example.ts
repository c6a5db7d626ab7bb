import type { Attachment, PickleStepArgument, PickleStepType, TestStepResult } from '@cucumber/messages';
import type { Film } from '../film/film';

/** How a step or an example ended. */
export type Outcome = 'passed' | 'skipped' | 'pending' | 'undefined' | 'ambiguous' | 'failed';

/** One step of an example that was run. */
export interface StepRun {
  /** As written: `Given`, `And`, `*`. Undefined for a hook, which the reader did not write. */
  readonly keyword?: string;
  readonly text: string;
  /** Line in the feature; undefined for a hook. */
  readonly line?: number;
  /** What it is for, whatever its keyword: `And` goes on with what was before. Undefined for a hook. */
  readonly type?: PickleStepType;
  /** The table or the text below it. */
  readonly argument?: PickleStepArgument;
  readonly outcome: Outcome;
  readonly result?: TestStepResult;
  /** The step definitions that fit: none if undefined, several if ambiguous. */
  readonly definitionIds: readonly string[];
  readonly attachments: readonly Attachment[];
}

/** One example (a scenario, or a row of an outline) that was run. */
export interface Example {
  /** Path of the feature, relative to the working directory. */
  readonly uri: string;
  readonly line: number;
  /** Where it is written: for a row of an outline, that is the line of the outline. What stands above it is background. */
  readonly begins?: number;
  readonly feature: string;
  readonly rule?: string;
  /** Where the truth of the rule comes from, as the feature says. */
  readonly authority?: string;
  readonly name: string;
  /** The title of the outline that it is a row of. */
  readonly outline?: string;
  /** What stands below its title. */
  readonly description?: string;
  /** True if it has no Then: whatever comes of it, nothing is proven. */
  readonly isIdle?: true;
  /** Its turn never came: the run ended before, or executed nothing. Its outcome is `skipped`. */
  readonly isUnreached?: true;
  /** Why nobody can tell whether it holds, in a sentence: it was tried, and proves nothing. Its outcome is `skipped`. */
  readonly unsure?: string;
  /** Without the `@`, inherited ones included. */
  readonly tags: readonly string[];
  readonly outcome: Outcome;
  readonly steps: readonly StepRun[];
  /** What is pictured of it: of each step that was run. None if none was, or if it was filmed by another Rollcall. */
  readonly film?: Film;
}

/** `features/a.feature:12` */
export const locationOf = (example: Pick<Example, 'uri' | 'line'>): string =>
  `${example.uri}:${example.line}`;

/** Neither passed nor left out: something is wrong. */
export const isBroken = ({ outcome }: { readonly outcome: Outcome }): boolean =>
  outcome !== 'passed' && outcome !== 'skipped';

const NEEDS = 'needs-';

/** The capabilities an example asks for by its `@needs-…` tags, in words: `legacy scheduling`. */
export const needsOf = (example: Pick<Example, 'tags'>): readonly string[] =>
  example.tags
    .filter((tag) => tag.startsWith(NEEDS))
    .map((tag) => tag.slice(NEEDS.length).replaceAll('-', ' '));

import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { Outcome } from '../../run/example';

/** One example, as it went in process. */
export interface Rehearsed {
  /** `features/x.feature:12` */
  readonly location: string;
  readonly name: string;
  /** Without the `@`, inherited ones included. */
  readonly tags: readonly string[];
  readonly outcome: Outcome;
  /** How much time of the cluster it took, in milliseconds: on one that exists it takes about that long. */
  readonly modelTime: number;
}

/** All chosen examples, tried in process first, in the order in which they will run. */
export interface Rehearsal {
  readonly examples: readonly Rehearsed[];
  /** What Cucumber said of features, steps and test cases, and nothing of what happened: what reports are built on. */
  readonly messages: readonly Envelope[];
  /** The step files, which can be loaded only once. */
  readonly library: ISupportCodeLibrary;
}

/** How long a run will take, before it has begun. */
export interface Estimate {
  /** How many will be run. */
  readonly examples: number;
  /** How many will be skipped because they wait longer than anybody has patience for. */
  readonly tooLong: number;
  /** Milliseconds. */
  readonly duration: number;
}

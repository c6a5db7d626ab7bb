import type { Outcome } from '../../../run/example';

/** What a step is for. `other`: written with `*`. */
export type StepKind = 'given' | 'when' | 'then' | 'other';

/** A step as it is shown. */
export interface Step {
  /** As written: `And`, `그리고`, `*`. */
  readonly keyword: string;
  readonly text: string;
  readonly kind: StepKind;
  readonly outcome: Outcome;
  /** The table below it, row by row. */
  readonly table?: readonly (readonly string[])[];
  /** The text below it. */
  readonly document?: string;
  /** True for what stands in the background of its rule or its feature. */
  readonly isBackground?: boolean;
}

import type { Colours } from './colour';

/** How a text is to be written. */
export interface Style {
  /** Columns to write in. */
  readonly width: number;
  readonly colours: Colours;
}

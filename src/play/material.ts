import type { PhraseEntry } from './entries';
import type { Source } from './session';

/** What a page brings along for its playground. */
export interface Material {
  /** What the run was asked for. */
  readonly run: { readonly seed: number; readonly disturbed: boolean };
  readonly phrases: readonly PhraseEntry[];
  /** The features, by their addresses in the page: `rolling-update/budget` */
  readonly sources: Readonly<Record<string, Source>>;
}

import type { Usage } from '../catalogue/phrases/example';
import type { Form } from '../catalogue/phrases/form';
import type { Phrase } from '../catalogue/phrases/phrase';

/** A phrase as an editor knows it: where it is defined, what its table takes, and how a feature uses it. */
export interface PhraseEntry {
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
  readonly form?: Form;
  /** The text of a step that is written with it, without its keyword, and the lines below that step. */
  readonly example?: { readonly step: string; readonly line: string; readonly below: readonly string[] };
}

/** What a page tells its playground of the phrases there are. */
export const entriesOf = (
  phrases: readonly Phrase[],
  usages: ReadonlyMap<Phrase, Usage>,
): readonly PhraseEntry[] =>
  phrases.map((phrase) => {
    const { pattern, file, line, form } = phrase;
    const usage = usages.get(phrase);
    const step = usage?.pickle.steps[usage.at]?.text;
    return {
      pattern,
      file,
      line,
      ...(form ? { form } : {}),
      ...(usage && step !== undefined ? { example: { step, line: usage.line, below: usage.below } } : {}),
    };
  });

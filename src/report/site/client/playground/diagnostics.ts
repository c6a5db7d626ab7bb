import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Remark } from '../../../../play/check';
import type { Suggestion } from '../../../../play/suggestion';

/** Where a remark is about: the step, or all that stands in its line. */
export const rangeOf = (
  { doc }: EditorState,
  { line, text }: Pick<Remark, 'line' | 'text'>,
): { readonly from: number; readonly to: number } => {
  const place = doc.line(Math.min(Math.max(1, line), doc.lines));
  const indentation = place.text.length - place.text.trimStart().length;
  const at = text === undefined ? -1 : place.text.indexOf(text);
  const from = place.from + (at < 0 ? indentation : at);
  return {
    from,
    to: at < 0 ? Math.max(from, place.from + place.text.trimEnd().length) : from + (text ?? '').length,
  };
};

/** Puts a step that could be meant in the place of one that nobody understands. */
export const take = (view: EditorView, remark: Remark, { step }: Suggestion): void => {
  const { from, to } = rangeOf(view.state, remark);
  view.dispatch({ changes: { from, to, insert: step }, userEvent: 'input.complete' });
  view.focus();
};

/** A remark as the editor shows it beside the line, with what could be meant to be chosen. */
export const diagnosticOf = (state: EditorState, remark: Remark): Diagnostic => ({
  ...rangeOf(state, remark),
  severity: remark.weight === 'wrong' ? 'error' : 'info',
  message: [remark.what, ...(remark.mend === undefined ? [] : [remark.mend])].join('\n'),
  actions: remark.suggestions.map((suggestion) => ({
    name: suggestion.step,
    apply: (view) => take(view, remark, suggestion),
  })),
});

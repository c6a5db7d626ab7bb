import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { codeFolding, foldEffect, foldKeymap } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Remark } from '../../../../play/check';
import type { PhraseEntry } from '../../../../play/entries';
import { completePhrases } from './completion';
import { diagnosticOf } from './diagnostics';
import { highlighting } from './highlighting';
import { proseIn } from './prose';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What the editor is called, for whoever listens. */
  readonly label: string;
  /** What is said of paragraphs that are folded away: a click brings them back. */
  readonly folded: string;
  readonly phrases: () => readonly PhraseEntry[];
  /** Told of every text, but not while a letter is being composed. */
  readonly onText: (text: string) => void;
  readonly onPlay: () => void;
}

/** The editor of features. Tab leaves it, as every other field of the page. */
export class Editor {
  readonly view: EditorView;
  readonly #name = new Compartment();
  #told: string;

  constructor({ parent, text, label, folded, phrases, onText, onPlay }: EditorOptions) {
    this.#told = text;
    const tell = (view: EditorView): void => {
      if (view.composing || this.text === this.#told) return;
      this.#told = this.text;
      onText(this.#told);
    };
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          closeBrackets(),
          EditorView.lineWrapping,
          lintGutter(),
          codeFolding({ placeholderDOM: (_, onclick) => placeholder(folded, onclick) }),
          autocompletion({ override: [completePhrases(phrases)], icons: false }),
          keymap.of([
            {
              key: 'Mod-Enter',
              run: () => {
                onPlay();
                return true;
              },
            },
            ...completionKeymap,
            ...lintKeymap,
            ...foldKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          this.#name.of(EditorView.contentAttributes.of({ 'aria-label': label })),
          highlighting,
          EditorView.updateListener.of(({ view, docChanged }) => {
            if (docChanged) tell(view);
          }),
          EditorView.domEventHandlers({
            // What was composed is in the text when this event is over.
            compositionend: (_, view) => {
              setTimeout(() => tell(view));
            },
          }),
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Puts another text in place of what is there. */
  replace(text: string): void {
    if (text === this.text) return;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  /** Folds away what a feature says of itself, so that its steps are seen. */
  foldProse(): void {
    this.view.dispatch({ effects: proseIn(this.text).map((stretch) => foldEffect.of(stretch)) });
  }

  rename(label: string): void {
    this.view.dispatch({
      effects: this.#name.reconfigure(EditorView.contentAttributes.of({ 'aria-label': label })),
    });
  }

  /** Marks what is amiss; nothing while a letter is being composed. */
  mark(remarks: readonly Remark[]): void {
    if (this.view.composing) return;
    const { state } = this.view;
    this.view.dispatch(
      setDiagnostics(
        state,
        remarks.map((remark) => diagnosticOf(state, remark)),
      ),
    );
  }
}

/** What stands where something is folded away. */
const placeholder = (says: string, onclick: (event: Event) => void): HTMLElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cm-foldPlaceholder';
  button.textContent = '…';
  button.title = says;
  button.ariaLabel = says;
  button.addEventListener('click', onclick);
  return button;
};

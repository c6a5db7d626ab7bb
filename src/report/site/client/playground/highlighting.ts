import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { gherkin } from './gherkin';

/** Weight and slant tell the parts apart: hue says older or newer, and nothing else. */
const style = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '700' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  {
    tag: tags.string,
    textDecoration: 'underline',
    textDecorationColor: 'var(--line)',
    textUnderlineOffset: '0.25em',
  },
  { tag: tags.tagName, color: 'var(--soft)' },
]);

/** Looks like the rest of the page, light and dark. */
const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--card)', color: 'var(--ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '3px solid var(--ink)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.75rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--wash)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--line)',
  },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--ink)', textUnderlineOffset: '0.25em' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--soft)', textUnderlineOffset: '0.25em' },
  '.cm-lint-marker': { content: '""', width: '0.6em', height: '0.6em', margin: '0.4em 0.2em' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
    overflow: 'hidden',
    maxWidth: 'min(34rem, calc(100vw - 4rem))',
  },
  '.cm-diagnostic': { borderLeft: 'none', padding: '0.5rem 0.75rem', whiteSpace: 'pre-wrap' },
  '.cm-diagnosticAction': {
    display: 'block',
    margin: '0.5rem 0 0',
    padding: '0.35rem 0.6rem',
    backgroundColor: 'var(--wash)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    fontFamily: 'var(--mono)',
    textAlign: 'left',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '18em' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.6rem', whiteSpace: 'normal' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--paper)',
  },
  '.cm-completionDetail': { display: 'block', margin: '0', fontStyle: 'normal', opacity: '0.75' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-foldPlaceholder': {
    margin: '0 0.5em',
    padding: '0 0.6em',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    backgroundColor: 'var(--wash)',
    color: 'var(--ink)',
    font: 'inherit',
  },
  '.cm-snippetField': { backgroundColor: 'var(--wash)' },
});

/** Gherkin, in English and in Korean. */
export const highlighting = [StreamLanguage.define(gherkin), syntaxHighlighting(style), theme];

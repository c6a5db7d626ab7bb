import { createHash } from 'node:crypto';
import { render } from 'preact-render-to-string';
import type { Language } from '../../language/language';
import { ICON } from '../../report/site/frame/icon';
import { visible } from '../../report/site/frame/visible';
import type { PageCode } from './code';
import { Body } from './components/body';
import { type Message, pack } from './view';
import { pageWords as words } from './words';

/** Seconds after which a page that runs no script is asked for again. */
const REFRESH = 5;

export interface DocumentOptions {
  /** What may be shown to whoever asks: nothing, where a token is asked for. */
  readonly message: Message;
  readonly asksForToken: boolean;
  readonly language: Language;
  readonly code: PageCode;
}

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** What the page may do: run the script that it brings along, and ask its own server. Nobody may put it into a frame. */
export const policyOf = ({ script }: PageCode): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Data for the script. Nothing in it ends the element that it stands in. */
const dataOf = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** The page of a cluster, as it looks now. Where no script runs, it is a picture that is made anew now and then. */
export const documentOf = ({ message, asksForToken, language, code }: DocumentOptions): string => {
  const { about, view } = message;
  const note = asksForToken ? words.tokenNeedsScript : words.still;
  const title = about ? `${words.title[language](about.name)} · Rollcall` : 'Rollcall';
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    render(<title>{title}</title>),
    `<link rel="icon" href="${ICON}">`,
    asksForToken ? '' : `<noscript><meta http-equiv="refresh" content="${REFRESH}"></noscript>`,
    `<style>${code.style}</style>`,
    '</head><body>',
    `<div id="page">${visible(render(<Body about={about} view={view} language={language} />))}</div>`,
    `<noscript><p class="top">${note[language]}</p></noscript>`,
    `<script type="application/json" id="data">${dataOf({ message: pack(message), asksForToken })}</script>`,
    `<script>${code.script}</script>`,
    '</body></html>\n',
  ].join('\n');
};

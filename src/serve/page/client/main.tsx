import { hydrate } from 'preact';
import { unpack } from '../view';
import { App } from './app';

/** What the server has drawn, as data. */
const { message, asksForToken } = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as {
  readonly message: string;
  readonly asksForToken: boolean;
};
const root = document.getElementById('page');
const language = document.documentElement.lang === 'ko' ? 'ko' : 'en';
if (root) hydrate(<App first={unpack(message)} asksForToken={asksForToken} language={language} />, root);

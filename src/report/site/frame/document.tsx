import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { render } from 'preact-render-to-string';
import type { SiteCode } from '../code/siteCode';
import { filmsOf } from '../model/films';
import type { Site } from '../model/site';
import { frameWords } from '../words/frame';
import { Body } from './body';
import { ICON } from './icon';
import { visible } from './visible';

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** What the page may do: run the scripts that it brings along, and nothing that asks anybody for anything. */
const policyOf = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Before anything is shown: there is a script, and whether the address leads elsewhere than to the front page. */
const EARLY =
  "var r=document.documentElement;r.className='js';if(location.hash.length>1)r.className+=' deep'";

/** Data for the script of the page, packed as it unpacks it: gzip, in base64. */
const packed = (data: unknown): string => gzipSync(JSON.stringify(data), { level: 9 }).toString('base64');

/** The whole document: one file that needs nothing beside it. */
export const documentOf = (site: Site, { style, script, plainStyle, blocks }: SiteCode): string => {
  const scripts = [EARLY, script, ...blocks.flatMap(({ runs }) => runs ?? [])];
  const canPlay = blocks.some(({ name }) => name === 'playground');
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(scripts)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>Rollcall · ${frameWords.title.en}</title>`,
    `<link rel="icon" href="${ICON}">`,
    `<style>${style}</style><noscript><style>${plainStyle}</style></noscript>`,
    `<script>${EARLY}</script>`,
    '</head><body>',
    visible(render(<Body site={site} canPlay={canPlay} />)),
    `<script type="text/plain" id="films">${packed(filmsOf(site.features))}</script>`,
    ...blocks.map(({ name, packed }) => `<script type="text/plain" id="code-${name}">${packed}</script>`),
    ...(canPlay ? [`<script type="text/plain" id="data-material">${packed(site.material)}</script>`] : []),
    `<script>${script}</script>`,
    '</body></html>\n',
  ].join('\n');
};

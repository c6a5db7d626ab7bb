import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names under which Chromium, or a browser made of it, is found in the folders of PATH. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where it is where no PATH leads to it. */
const USUAL_PLACES: readonly string[] = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const BELOW_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Said where there is none. */
export const NO_BROWSER =
  'There is no Chromium here. Install one (on Debian: apt-get install chromium fonts-nanum), or say with CHROME_PATH where it is.';

/**
 * The path of a Chromium; undefined if there is none. CHROME_PATH decides, if it is set.
 * @param isThere tells whether a path leads to something
 */
export const findChromium = (
  env: Environment = process.env,
  isThere: (path: string) => boolean = existsSync,
): string | undefined => {
  const { CHROME_PATH, PATH = '' } = env;
  if (CHROME_PATH) return isThere(CHROME_PATH) ? CHROME_PATH : undefined;
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  return [
    ...PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...USUAL_PLACES,
    ...programs.flatMap((folder) => BELOW_PROGRAMS.map((path) => join(folder, path))),
  ].find(isThere);
};

/** What keeps a browser from asking anybody for anything by itself. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium, without a window. @throws with `NO_BROWSER` if there is none */
export const startChromium = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  // Only root needs this: Chromium refuses to build its sandbox for it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...QUIET, ...sandbox] });
};

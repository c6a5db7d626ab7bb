import { gzipSync } from 'node:zlib';
import { type Bundled, bundled } from './bundled';
import { inline, packed } from './entries';
import { keep, keptCode } from './kept';
import type { Block, SiteCode } from './siteCode';

/** What the page is made with, and why some of it is missing, if it is. */
export interface MadeCode {
  readonly code: SiteCode;
  readonly problem?: string;
}

const WITHOUT_SCRIPT: SiteCode = { style: '', plainStyle: '', script: '', blocks: [] };

/** Style and scripts of the page: as they were kept, or made anew. Never fails: where nothing can be bundled, it says why. */
export const madeCode = async (): Promise<MadeCode> => {
  const kept = keptCode();
  if (kept) return { code: kept };
  try {
    return { code: await makeAndKeep() };
  } catch (error) {
    return { code: WITHOUT_SCRIPT, problem: (error as Error).message };
  }
};

const makeAndKeep = async (): Promise<SiteCode> => {
  const [style, plainStyle, script, ...rest] = await Promise.all(
    [inline.style, inline.plainStyle, inline.script, ...packed].map(bundled),
  );
  const code: SiteCode = {
    style: style?.text ?? '',
    plainStyle: plainStyle?.text ?? '',
    script: script?.text ?? '',
    blocks: rest.map(blockOf),
  };
  const all = [style, plainStyle, script, ...rest].flatMap((each) => each?.inputs ?? []);
  keep(code, [...new Set(all)].sort());
  return code;
};

const blockOf = ({ text }: Bundled, at: number): Block => {
  const { name = '', isWorker = false } = packed[at] ?? {};
  const block = { name, packed: gzipSync(text, { level: 9 }).toString('base64') };
  return isWorker ? block : { ...block, runs: text };
};

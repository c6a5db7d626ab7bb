import { join } from 'node:path';
import { cachePathsOf } from '../../loader/folders.cjs';
import { HOUSE } from '../../project/house';
import { bundled } from '../../report/site/code/bundled';
import { keep, keptCode } from '../../report/site/code/kept';

/** What the page brings along. */
export interface PageCode {
  readonly style: string;
  /** Empty if it could not be made: then the page stands still. */
  readonly script: string;
  /** Why something is missing. */
  readonly problem?: string;
}

const STYLE = { name: 'style', file: join(__dirname, 'style/site.css') };
const SCRIPT = { name: 'script', file: join(__dirname, 'client/main.tsx') };

const make = async (): Promise<PageCode> => {
  const places = cachePathsOf(HOUSE, 'served-page');
  const kept = keptCode(places);
  if (kept) return kept;
  const [style, script] = await Promise.all([bundled(STYLE), bundled(SCRIPT)]);
  const code = { style: style.text, script: script.text };
  const inputs = [...new Set([...style.inputs, ...script.inputs])].sort();
  keep({ ...code, plainStyle: '', blocks: [] }, inputs, places);
  return code;
};

let made: Promise<PageCode> | undefined;

/** Style and script of the page: as they were kept, or made when somebody first asks for them. */
export const pageCode = (): Promise<PageCode> => {
  made ??= make().catch((error: Error) => ({ style: '', script: '', problem: error.message }));
  return made;
};

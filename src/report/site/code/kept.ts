import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOf } from '../../../loader/compiler.cjs';
import { cachePathsOf } from '../../../loader/folders.cjs';
import { stepFiles } from '../../../play/bundling/player';
import { HOUSE } from '../../../project/house';
import { inline, packed } from './entries';
import type { SiteCode } from './siteCode';

/** A file, relative to the house: what it said, and when it was written. */
type Input = readonly [path: string, digest: string, stamp: string];

/** What is kept from run to run: the code, and what it was made of. */
interface Kept {
  readonly fingerprint: string;
  readonly inputs: readonly Input[];
  readonly code: SiteCode;
}

const digestOf = (...texts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha1');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
};

/** Whatever else decides what the code becomes: packages, settings, entries, how they are bundled. */
const fingerprint = (): string =>
  digestOf(
    fingerprintOf(HOUSE),
    JSON.stringify([inline, packed, stepFiles()]),
    ...['bundled.ts', 'siteCode.ts', 'made.ts'].map((file) => readFileSync(join(__dirname, file))),
  );

const digestOfFile = (path: string): string | undefined => {
  try {
    return digestOf(readFileSync(join(HOUSE, path)));
  } catch {
    return undefined;
  }
};

/** Clocks of files are coarse: what was written so many milliseconds ago may be written again at the same time. */
const STILL_WARM = 2000;

/** When a file was written, and how long it is; empty if that does not tell whether it says something else. */
const stampOf = (path: string): string => {
  const stats = statSync(join(HOUSE, path), { throwIfNoEntry: false });
  return stats && Date.now() - stats.mtimeMs > STILL_WARM ? `${stats.mtimeMs} ${stats.size}` : '';
};

/** Only those are read that were written since. */
const isAsItWas = ([path, digest, stamp]: Input): boolean =>
  (stamp !== '' && stampOf(path) === stamp) || digestOfFile(path) === digest;

const isFresh = (kept: Kept): boolean => kept.fingerprint === fingerprint() && kept.inputs.every(isAsItWas);

/** The code that was kept, if it would become the same today. */
export const keptCode = (paths: readonly string[] = cachePathsOf(HOUSE, 'site')): SiteCode | undefined => {
  for (const path of paths)
    try {
      const kept: Kept = JSON.parse(readFileSync(path, 'utf8'));
      if (isFresh(kept)) return kept.code;
    } catch {
      // There is none, or it is of no use.
    }
  return undefined;
};

/** Keeps the code in the first of these places that may be written; nowhere if there is none. */
export const keep = (
  code: SiteCode,
  inputs: readonly string[],
  paths: readonly string[] = cachePathsOf(HOUSE, 'site'),
): void => {
  const stamped = inputs.map((path): Input => [path, digestOfFile(path) ?? '', stampOf(path)]);
  const text = JSON.stringify({ fingerprint: fingerprint(), inputs: stamped, code } satisfies Kept);
  for (const path of paths) if (hasWritten(path, text)) return;
};

/** Writes a file, whole or not at all. */
const hasWritten = (path: string, text: string): boolean => {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
    return true;
  } catch {
    discard(unfinished);
    return false;
  }
};

const discard = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing may be written, nothing was.
  }
};

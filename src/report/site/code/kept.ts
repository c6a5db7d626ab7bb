import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOf } from '../../../loader/compiler.cjs';
import { cachePathsOf } from '../../../loader/folders.cjs';
import { stepFiles } from '../../../play/bundling/player';
import { HOUSE } from '../../../project/house';
import { inline, packed } from './entries';
import type { SiteCode } from './siteCode';

/** What is kept from run to run: the code, and what it was made of. */
interface Kept {
  readonly fingerprint: string;
  /** Files, relative to the house, with the digest of what they said. */
  readonly inputs: readonly (readonly [path: string, digest: string])[];
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

const isFresh = (kept: Kept): boolean =>
  kept.fingerprint === fingerprint() && kept.inputs.every(([path, digest]) => digestOfFile(path) === digest);

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
  const digests = inputs.map((path) => [path, digestOfFile(path) ?? ''] as const);
  const text = JSON.stringify({ fingerprint: fingerprint(), inputs: digests, code } satisfies Kept);
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

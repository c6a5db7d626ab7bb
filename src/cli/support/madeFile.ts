import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Ending } from './command';

/** Only compares; nothing is written. */
export const CHECK = '--check';

/** A file that is made from something else, and what is said of it. */
export interface MadeFile {
  readonly path: string;
  /** What it should be, given what it is now: empty if there is none. */
  readonly make: (known: string) => string;
  /** Said when it has been written. */
  readonly written: string;
  /** Said when it is not what would be made. */
  readonly outdated: (known: string, made: string) => string;
}

/** Writes a file that is made or, to check it, compares it with what would be made. */
export const keepUpToDate = ({ path, make, written, outdated }: MadeFile, isCheck: boolean): Ending => {
  const known = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const made = make(known);
  if (!isCheck) {
    writeFileSync(path, made);
    process.stdout.write(`${written}\n`);
  } else if (known !== made) {
    process.stderr.write(`${outdated(known, made)}\n`);
    return { tried: 1, failed: 1 };
  }
  return { tried: 1, failed: 0 };
};

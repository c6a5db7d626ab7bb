import { byteLength } from '../fields/bytes';
import type { Manifest } from '../object';
import { objectsOf, problemsOfKind } from './manifestKinds';
import { DocumentProblem, readStream } from './stream';

/** Text that is no manifest. `message` is kubectl's sentence, without `error: `. */
export class ManifestError extends Error {
  constructor(
    readonly file: string,
    /** The line of the file on which the document begins, counted from 1. */
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'ManifestError';
  }
}

/** A manifest and the line its document starts on, counted from 1. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly line: number;
}

/** What was read of a file, and what could not be. */
export interface ReadFile {
  readonly manifests: readonly ReadManifest[];
  readonly errors: readonly ManifestError[];
}

const MOST_BYTES = 4 * 1024 * 1024;

const tooLarge = (file: string): ManifestError => {
  const most = MOST_BYTES / 1024 / 1024;
  return new ManifestError(file, 1, `error parsing ${file}: the file is larger than ${most} MiB; split it`);
};

const notValid = (file: string, line: number, problems: readonly string[]): ManifestError => {
  const all = problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`;
  return new ManifestError(
    file,
    line,
    `error validating ${JSON.stringify(file)}: error validating data: ${all}; if you choose to ignore these errors, turn validation off with --validate=false`,
  );
};

const read = (text: string, file: string, validates: boolean): ReadFile => {
  const manifests: ReadManifest[] = [];
  const errors: ManifestError[] = [];
  try {
    for (const { value, written, line } of readStream(text)) {
      if (value === null) continue;
      const problems = validates ? problemsOfKind(value) : [];
      if (problems.length > 0) {
        errors.push(notValid(file, line, problems));
        break;
      }
      for (const found of objectsOf(value, file, written))
        if ('problem' in found) errors.push(new ManifestError(file, line, found.problem));
        else manifests.push({ manifest: found.object, line });
    }
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    errors.push(new ManifestError(file, error.line, `error parsing ${file}: ${error.message}`));
  }
  return { manifests, errors };
};

/** What was read last: examples apply the same files again and again. Longer texts are not kept. */
const remembered = new Map<string, ReadFile>();
const MOST_REMEMBERED = 100;
const LONGEST_REMEMBERED = 64 * 1024;

/**
 * Reads YAML or JSON as kubectl does: several documents, lists taken apart, empty documents left out. A document that is
 * no YAML ends the reading, one that is no object does not; what stands before it has been read.
 *
 * @param file the name that messages give the text
 * @param validates whether documents must say their kind and version at once, as for apply, create and replace; such an
 *   error ends the reading, too
 * @returns what must not be changed: who asks again may get the same
 * @see staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go StreamVisitor.Visit
 */
export const readManifests = (text: string, file: string, validates = true): ReadFile => {
  if (byteLength(text) > MOST_BYTES) return { manifests: [], errors: [tooLarge(file)] };
  if (text.length > LONGEST_REMEMBERED) return read(text, file, validates);
  const asked = JSON.stringify([validates, file, text]);
  const known = remembered.get(asked);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const found = read(text, file, validates);
  remembered.set(asked, found);
  return found;
};

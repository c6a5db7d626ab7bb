import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command line names. */
export interface RequestedFiles {
  readonly files: readonly string[];
  /** A sentence for each path that names nothing that can be read. */
  readonly problems: readonly string[];
}

/** The files that a command line names, and all files of that ending in the folders that it names, in order. */
export const requestedFiles = (paths: readonly string[], ending: string): RequestedFiles => {
  const files: string[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) problems.push(`${path}: no such file or folder`);
    else if (stat.isDirectory()) {
      const found = namesIn(path, ending);
      if (found.length === 0) problems.push(`${path}: no ${ending} file in this folder`);
      files.push(...found.map((name) => join(path, name)));
    } else if (path.endsWith(ending)) files.push(path);
    else problems.push(`${path}: no ${ending} file`);
  }
  return { files, problems };
};

const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort();

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The files that command lines can read: those a feature shows, then those on disk. */
export class Files {
  readonly #shown = new Map<string, string>();

  /** Puts a file that the feature shows beside the command lines. */
  show(path: string, content: string): void {
    this.#shown.set(path, content);
  }

  /** @throws as `readFileSync` does if there is no such file */
  read(path: string): string {
    return this.#shown.get(path) ?? readFileSync(resolve(path), 'utf8');
  }
}

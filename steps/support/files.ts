import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The files that command lines can read: those a feature shows, then those beside the feature, then all others. */
export class Files {
  readonly #shown = new Map<string, string>();
  #folder = '.';

  /** Says which feature is being run, by its path. */
  standBeside(feature: string): void {
    this.#folder = dirname(feature);
  }

  /** Puts a file that the feature shows beside the command lines. */
  show(path: string, content: string): void {
    this.#shown.set(path, content);
  }

  /** @throws as `readFileSync` does if there is no such file */
  read(path: string): string {
    const shown = this.#shown.get(path);
    if (shown !== undefined) return shown;
    const beside = resolve(this.#folder, path);
    return readFileSync(existsSync(beside) ? beside : resolve(path), 'utf8');
  }
}

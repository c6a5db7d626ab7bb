import { readFile } from '../../src/run/files';

/** The files that command lines can read: those a feature shows, then those beside the feature, then all others. */
export class Files {
  readonly #shown = new Map<string, string>();
  #feature = '';

  /** Says which feature is being run, by its path. */
  standBeside(feature: string): void {
    this.#feature = feature;
  }

  /** Puts a file that the feature shows beside the command lines. */
  show(path: string, content: string): void {
    this.#shown.set(path, content);
  }

  /** @throws if there is no such file */
  read(path: string): string {
    return this.#shown.get(path) ?? readFile(path, this.#feature);
  }
}

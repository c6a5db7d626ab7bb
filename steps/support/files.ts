import type { Manifest } from '../../src/kubernetes/object';
import { readManifests } from '../../src/kubernetes/wire/manifests';
import { CommandError } from '../../src/oc/errors';
import { FolderError, filesBeside, readFile } from '../../src/run/files';
import { nearestOf } from './nearest';

/** The files that command lines can read: those a feature shows, then those beside the feature, then all others. */
export class Files {
  readonly #shown = new Map<string, string>();
  /** Those of them that must be read: they are shown for one example. */
  readonly #unread = new Set<string>();
  #feature = '';

  /** Says which feature is being run, by its path. */
  standBeside(feature: string): void {
    this.#feature = feature;
  }

  /**
   * Puts a file that the feature shows beside the command lines.
   * @param isShared it is shown for several examples, and not each of them need read it
   */
  show(path: string, content: string, isShared = false): void {
    this.checkRead(path);
    this.#shown.set(path, content);
    if (!isShared) this.#unread.add(path);
  }

  /** @throws if a file is shown that no command has read, this one if it is given */
  checkRead(only?: string): void {
    const [path] = [...this.#unread].filter((each) => only === undefined || each === only);
    if (path !== undefined)
      throw new Error(
        `The example shows the file "${path}", and no command has read it. Leave it out, or name it.`,
      );
  }

  /** Answers a path that leads nowhere with those of files that are meant, perhaps. */
  nearest(path: string): string {
    return nearestOf(path, [...this.#shown.keys(), ...filesBeside(this.#feature)]);
  }

  /** @throws if there is no such file; CommandError if it is a folder */
  read(path: string): string {
    this.#unread.delete(path);
    try {
      return this.#shown.get(path) ?? readFile(path, this.#feature);
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      throw new CommandError(
        `error: the path "${path}" is a folder, and folders are not read here. Name its files: -f a.yaml -f b.yaml`,
      );
    }
  }
}

/** The objects that a file describes, as far as it can be read: what names there are in it. */
export const namesInFile = (text: string, path: string): readonly Manifest[] =>
  readManifests(text, path).manifests.map(({ manifest }) => manifest);

/** What was to be read is a folder. */
export class FolderError extends Error {}

/** Where the files are that features speak of without showing them. */
export interface FileSource {
  /**
   * @param path as the feature names it
   * @param feature path of the feature: its folder is looked in first
   * @throws FolderError for a folder, any other error if there is no such file
   */
  read(path: string, feature: string): string;
  /** The names of the files in the folder of the feature. */
  beside(feature: string): readonly string[];
}

let source: FileSource = {
  read(path) {
    throw new Error(`There is no file "${path}": there are only those that features show.`);
  },
  beside: () => [],
};

/** Says where files come from. Features run in browsers, too, where there are none but those they show. */
export const takeFilesFrom = (given: FileSource): void => {
  source = given;
};

/** The names of the files beside a feature. */
export const filesBeside = (feature: string): readonly string[] => source.beside(feature);

/** The text of a file that a feature names. @throws if there is no such file */
export const readFile = (path: string, feature: string): string => source.read(path, feature);

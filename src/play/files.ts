import { type FileSource, FolderError } from '../run/files';

/** Texts by their paths, as commands name them. */
export type Texts = Readonly<Record<string, string>>;

/** `features/agents/a.feature` and `../b.yaml` → `features/b.yaml` */
const resolved = (path: string, folder: string): string => {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
};

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Files that are at hand as texts: of two the one beside the feature is meant, as on a disk. */
export const filesFrom = (texts: Texts): FileSource => {
  const known = new Map(Object.entries(texts).map(([path, text]) => [resolved(path, ''), text]));
  const isFolder = (path: string): boolean => [...known.keys()].some((each) => each.startsWith(`${path}/`));
  return {
    read(path, feature) {
      const places = [resolved(path, folderOf(feature)), resolved(path, '')];
      for (const place of places) {
        const text = known.get(place);
        if (text !== undefined) return text;
        if (isFolder(place)) throw new FolderError(`${path} is a folder`);
      }
      throw new Error(`There is no file "${path}".`);
    },
    beside: (feature) =>
      [...known.keys()]
        .filter((path) => folderOf(path) === folderOf(feature))
        .map((path) => path.slice(path.lastIndexOf('/') + 1)),
  };
};

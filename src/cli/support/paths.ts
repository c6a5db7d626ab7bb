import { type Stats, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';

const LINES = /(:\d+)+$/;
const GLOB = /[*?[\]{}()!]/;

/**
 * What is wrong with the paths of features given on a command line. Cucumber passes over what does not exist.
 * @param directory where relative paths start
 */
export const checkPaths = (paths: readonly string[], directory: string): readonly string[] =>
  paths.flatMap((path) => {
    const file = path.replace(LINES, '');
    const stats = statusOf(resolve(directory, file));
    if (!stats)
      return GLOB.test(file) ? [] : [`${file}: no such file. Give the path of a feature or of a folder.`];
    if (stats.isDirectory() || /\.feature(\.md)?$/.test(file)) return [];
    return [`${file}: not a feature. A feature's file ends in .feature.`];
  });

/** Cucumber takes a folder with a dot in its name for a file: it is given the features in it instead. */
export const spellOut = (path: string, directory: string): string =>
  extname(path) !== '' && statusOf(resolve(directory, path))?.isDirectory() ? `${path}/**/*.feature` : path;

const statusOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

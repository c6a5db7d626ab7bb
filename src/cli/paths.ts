import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';

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

const statusOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

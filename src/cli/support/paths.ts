import { type Stats, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { type IRunConfiguration, loadSources } from '@cucumber/cucumber/api';
import { featuresIn } from '../../project/features';

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
    if (stats.isDirectory())
      return featuresIn(resolve(directory, file)).length === 0 ? [noFeatureIn(file)] : [];
    if (/\.feature(\.md)?$/.test(file)) return [];
    return [`${file}: not a feature. A feature's file ends in .feature.`];
  });

/**
 * What is wrong with the patterns among these paths, such as `features/*.feature`: Cucumber passes over one that no
 * feature fits, if there are other paths beside it.
 * @param sources how features are read; of them all examples count, whatever tags and names are chosen
 */
export const checkPatterns = async (
  paths: readonly string[],
  directory: string,
  sources: IRunConfiguration['sources'],
): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const path of paths) {
    if (!GLOB.test(path) || statusOf(resolve(directory, path.replace(LINES, '')))) continue;
    const { plan, errors } = await loadSources({ ...sources, paths: [path], names: [], tagExpression: '' });
    if (plan.length === 0 && errors.length === 0) problems.push(noFeatureIn(path));
  }
  return problems;
};

/** Options that name files with steps in them. */
const CODE_OPTIONS: readonly string[] = ['--require', '--import'];

/**
 * What is wrong with the files of steps that options name: Cucumber passes over one that is not there, and its steps are
 * missed later.
 * @param argv options, each followed by its value
 */
export const checkCode = (argv: readonly string[], directory: string): readonly string[] =>
  argv.flatMap((path, at) => {
    const option = argv[at - 1] ?? '';
    if (!CODE_OPTIONS.includes(option) || GLOB.test(path) || statusOf(resolve(directory, path))) return [];
    return [`${option} ${path}: no such file. Give the path of a file with steps.`];
  });

export const noFeatureIn = (where: string): string =>
  `No feature found in ${where}. A feature's file ends in .feature.`;

/** A path of a feature and the lines of it that are meant; none if all of it is. */
export const linesOf = (path: string): { readonly file: string; readonly lines: readonly number[] } => {
  const [lines = ''] = LINES.exec(path) ?? [];
  return { file: path.slice(0, path.length - lines.length), lines: lines.split(':').slice(1).map(Number) };
};

/** Cucumber takes a folder with a dot in its name for a file: it is given the features in it instead. */
export const spellOut = (path: string, directory: string): string =>
  extname(path) !== '' && statusOf(resolve(directory, path))?.isDirectory() ? `${path}/**/*.feature` : path;

const statusOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

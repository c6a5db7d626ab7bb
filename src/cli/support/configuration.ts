import { join, relative } from 'node:path';
import { type IRunConfiguration, loadConfiguration } from '@cucumber/cucumber/api';
import type { Claim } from '../../catalogue/register';
import { checkTagExpression } from '../../catalogue/rules/tags';
import { featureFiles } from '../../project/features';
import { HOUSE } from '../../project/house';
import { isPackage } from '../../run/calledAs';
import { checkCode, checkPaths, checkPatterns, spellOut } from './paths';
import { Refusal } from './refusal';

/** The file of Cucumber's configuration, as Cucumber wants it named: the project's own, or the package's. */
export const configurationFile = (): { readonly file?: string } =>
  isPackage() ? { file: relative(process.cwd(), join(HOUSE, 'src/cli/package/cucumber.cjs')) } : {};

/** What Cucumber is to run. */
export interface FeatureRun {
  readonly configuration: IRunConfiguration;
  /** The paths of features as they were given; none for all features. */
  readonly paths: readonly string[];
}

/**
 * Makes ready to run features.
 * @param argv options of Cucumber
 * @param words paths of features, files or folders
 * @throws Refusal if a path leads nowhere, or a tag means nothing
 */
export const configure = async (
  argv: readonly string[],
  words: readonly string[],
  claims: readonly Claim[],
): Promise<FeatureRun> => {
  const directory = process.cwd();
  const { useConfiguration, runConfiguration } = await loadConfiguration({
    ...configurationFile(),
    provided: [...argv, '--', ...words],
  });
  const { paths, tags } = useConfiguration;
  const problems = [
    ...checkCode(argv, directory),
    ...checkPaths(paths, directory),
    ...(await checkPatterns(paths, directory, runConfiguration.sources)),
    ...checkTagExpression(tags, claims),
  ];
  if (problems.length > 0) throw new Refusal(problems);
  const spelledOut = paths.length > 0 ? paths.map((path) => spellOut(path, directory)) : scattered(directory);
  return {
    configuration: { ...runConfiguration, sources: { ...runConfiguration.sources, paths: spelledOut } },
    paths,
  };
};

/** Features that lie where Cucumber does not look by itself, if there are no others. */
const scattered = (directory: string): string[] => {
  const files = featureFiles(directory);
  return files.some((file) => file.startsWith('features/')) ? [] : [...files];
};

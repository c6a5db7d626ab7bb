import { RegisterError } from '../catalogue/register';
import { problemText } from '../catalogue/rules/problem';
import { lintFeatures } from '../catalogue/rules/rules';
import { parseFeatures } from '../project/features';
import { readRegister } from '../project/register';
import { count } from '../terminal/wrap';

/** Holds all features to their rules and the register to its features. @returns the exit code */
const lint = (directory: string): number => {
  const claims = readRegister(directory);
  const features = parseFeatures(directory);
  if (features.sources.length === 0) return refuse(['No feature found in features/.']);
  const problems = lintFeatures(features, claims);
  if (problems.length > 0) return refuse(problems.map(problemText));
  const [documents, examples] = [features.documents.length, features.pickles.length];
  process.stdout.write(
    `${count(documents, 'feature')}, ${count(examples, 'example')}, ${count(claims.length, 'claim')}: all by the rules.\n`,
  );
  return 0;
};

const refuse = (problems: readonly string[]): number => {
  process.stderr.write(`${problems.join('\n')}\n`);
  return 1;
};

try {
  process.exitCode = lint(process.cwd());
} catch (error) {
  if (!(error instanceof RegisterError)) throw error;
  process.exitCode = refuse(error.problems);
}

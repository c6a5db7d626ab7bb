import { relative, resolve } from 'node:path';
import type { ParsedFeatures } from '../catalogue/features';
import { problemText } from '../catalogue/rules/problem';
import { checkFeatures, lintFeatures } from '../catalogue/rules/rules';
import { checkShown } from '../catalogue/rules/shown';
import { parseFeatures, parseFiles } from '../project/features';
import { HOUSE } from '../project/house';
import { readQuestions } from '../project/questions';
import { recordingNames } from '../project/recordings';
import { readRegister } from '../project/register';
import { typed } from '../run/calledAs';
import { count } from '../terminal/wrap';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { requestedFiles } from './support/files';
import { noFeatureIn } from './support/paths';
import { Refusal } from './support/refusal';

const usage = (): string => `Usage: ${typed('lint', '[FILE|FOLDER]...')}

Holds features to the rules they are written by: all of them, and the register of claims with them, or those named.
`;

/** Holds features to their rules and, if they are all there are, the register to its features. */
const lint = ({ words }: Request): Ending => {
  const directory = process.cwd();
  const claims = readRegister(directory);
  const features = words.length === 0 ? parseFeatures(directory) : named(words, directory);
  if (features.sources.length === 0) throw new Refusal([noFeatureIn('features/')]);
  const house =
    directory === HOUSE ? { recordings: recordingNames(), hasEditions: true as const } : undefined;
  const problems =
    words.length === 0
      ? [
          ...lintFeatures(features, claims, house),
          ...checkShown(claims, readQuestions(directory), features.documents),
        ]
      : checkFeatures(features, claims, house);
  if (problems.length > 0) throw new Refusal(problems.map(problemText));
  const [documents, examples] = [features.documents.length, features.pickles.length];
  process.stdout.write(
    `${count(documents, 'feature')}, ${count(examples, 'example')}, ${count(claims.length, 'claim')}: all by the rules.\n`,
  );
  return { tried: examples, failed: 0 };
};

const named = (words: readonly string[], directory: string): ParsedFeatures => {
  const { files, problems } = requestedFiles(words, '.feature');
  if (problems.length > 0) throw new Refusal(problems);
  return parseFiles(
    files.map((file) => relative(directory, resolve(directory, file))),
    directory,
  );
};

runCommand({ usage, options: [], words: [0, Number.POSITIVE_INFINITY] }, lint);

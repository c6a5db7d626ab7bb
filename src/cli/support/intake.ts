import { resolve } from 'node:path';
import type { GherkinDocument } from '@cucumber/messages';
import type { Claim } from '../../catalogue/register';
import { checkIntake } from '../../catalogue/rules/intake';
import { scenariosOf } from '../../catalogue/rules/outline';
import { problemText } from '../../catalogue/rules/problem';
import { syntaxProblems } from '../../catalogue/rules/syntax';
import type { RunLog } from '../../run/log';
import { linesOf, noFeatureIn } from './paths';

/**
 * What is wrong with the features that were handed in to a run: what Cucumber itself lets pass, or says in its own
 * jargon.
 * @param paths what the command line named
 * @returns a sentence or two each; none if nothing is wrong
 */
export const intakeProblems = (
  log: Pick<RunLog, 'documents' | 'parseErrors' | 'planned'>,
  claims: readonly Claim[],
  paths: readonly string[],
): readonly string[] => {
  if (log.parseErrors.length > 0) return syntaxProblems(log.parseErrors).map(problemText);
  const problems = [
    ...log.documents.flatMap((document) => checkIntake(document, claims)).map(problemText),
    ...paths.flatMap((path) => withoutExample(path, log.documents)),
  ];
  return log.planned === 0 && problems.length === 0 ? [noneFound(log.documents.length > 0, paths)] : problems;
};

const noneFound = (featuresRead: boolean, paths: readonly string[]): string => {
  const where = paths.length === 0 ? 'features/' : paths.join(', ');
  return featuresRead
    ? `No example found in ${where}. A line must be the one where an example begins; --tags and --name may leave none.`
    : noFeatureIn(where);
};

/** The lines of a path at which no example begins. */
const withoutExample = (path: string, documents: readonly GherkinDocument[]): readonly string[] => {
  const { file, lines } = linesOf(path);
  const document = documents.find(({ uri = '' }) => resolve(uri) === resolve(file));
  if (!document) return [];
  const beginnings = new Set(
    scenariosOf(document).flatMap(({ scenario }) => [
      scenario.location.line,
      ...scenario.examples.flatMap(({ tableBody }) => tableBody.map(({ location }) => location.line)),
    ]),
  );
  return lines
    .filter((line) => !beginnings.has(line))
    .map((line) => `No example found in ${file}:${line}. A line must be the one where an example begins.`);
};

import type { Claim } from '../../catalogue/register';
import { checkEmpty } from '../../catalogue/rules/empty';
import { type Problem, problemText } from '../../catalogue/rules/problem';
import { syntaxProblem } from '../../catalogue/rules/syntax';
import { checkTags } from '../../catalogue/rules/tags';
import type { RunLog } from '../../run/log';

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
  if (log.parseErrors.length > 0) return firstOfEachFile(log.parseErrors.map(syntaxProblem)).map(problemText);
  if (log.planned === 0) return [noneFound(log.documents.length > 0, paths)];
  return log.documents
    .flatMap((document) => [...checkEmpty(document), ...checkTags(document, claims)])
    .map(problemText);
};

/** The parser stumbles on after its first error: what it says then is of no use. */
const firstOfEachFile = (problems: readonly Problem[]): readonly Problem[] => {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.file)) first.set(problem.file, problem);
  return [...first.values()];
};

const noneFound = (featuresRead: boolean, paths: readonly string[]): string => {
  const where = paths.length === 0 ? 'features/' : paths.join(', ');
  return featuresRead
    ? `No example found in ${where}. A line must be the one where an example begins; --tags and --name may leave none.`
    : `No feature found in ${where}. A feature's file ends in .feature.`;
};

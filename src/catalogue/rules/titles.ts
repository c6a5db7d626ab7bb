import type { GherkinDocument } from '@cucumber/messages';
import { rulesOf, scenariosOf } from './outline';
import type { Problem } from './problem';

const SAYS_NOTHING = /\b(?:test(?:s|ed|ing)?|verif(?:y|ies|ied)|should|check(?:s|ed)?)\b/i;

/** Titles say what differs, in words of the subject, and each says something else. */
export const checkTitles = (document: GherkinDocument): readonly Problem[] => {
  const file = document.uri ?? '';
  const titled = [
    ...(document.feature ? [document.feature] : []),
    ...rulesOf(document),
    ...scenariosOf(document).map(({ scenario }) => scenario),
  ];
  const seen = new Map<string, number>();
  return titled.flatMap(({ keyword, name, location: { line } }): readonly Problem[] => {
    if (name.trim() === '')
      return [{ file, line, what: `This ${keyword} has no title.`, mend: 'Say in it what differs.' }];
    const problems: Problem[] = [];
    const word = SAYS_NOTHING.exec(name)?.[0];
    if (word)
      problems.push({
        file,
        line,
        what: `The title "${name}" speaks of "${word}".`,
        mend: 'Say what differs, as in "a tainted node gets no pod".',
      });
    const title = `${keyword} ${name.toLowerCase()}`;
    const first = seen.get(title);
    if (first !== undefined)
      problems.push({
        file,
        line,
        what: `The title "${name}" stands in line ${first} already.`,
        mend: 'Say what is different here.',
      });
    else seen.set(title, line);
    return problems;
  });
};

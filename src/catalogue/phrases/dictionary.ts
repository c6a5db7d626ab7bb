import type { Style } from '../../terminal/style';
import { hang } from '../../terminal/wrap';
import type { Phrase } from './phrase';

/** All phrases, grouped by the subject that their file and its folder are named after, each with an example. */
export const dictionaryText = (
  phrases: readonly Phrase[],
  examples: ReadonlyMap<Phrase, string>,
  style: Style,
): string => {
  const subjects = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const subject = subjectOf(phrase);
    const others = subjects.get(subject);
    if (others) others.push(phrase);
    else subjects.set(subject, [phrase]);
  }
  return [...subjects]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([subject, own]) => {
      const entries = own.map((phrase) => entryText(phrase, examples.get(phrase), style));
      return [style.colours.strong(subject), ...entries].join('\n\n');
    })
    .join('\n\n\n');
};

/** Phrases that no feature uses: nobody can learn them by example. */
export const withoutExample = (
  phrases: readonly Phrase[],
  examples: ReadonlyMap<Phrase, string>,
): readonly Phrase[] => phrases.filter((phrase) => !examples.has(phrase));

const entryText = ({ pattern }: Phrase, example: string | undefined, { colours, width }: Style): string => {
  const shown = example
    ? colours.faint(hang('    ', example, width))
    : colours.bad(hang('    ', 'no feature uses this phrase', width));
  return `${hang('  ', pattern, width)}\n${shown}`;
};

/** `steps/updates.ts` → `Updates`, `steps/daemonSets/status.ts` → `Daemon sets: status` */
const subjectOf = ({ file }: Phrase): string => {
  const path = file.replace(/^(.*\/)?steps\//, '').replace(/\.[^.]*$/, '');
  const words = path
    .replaceAll('/', ': ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

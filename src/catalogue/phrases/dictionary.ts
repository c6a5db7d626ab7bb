import type { Style } from '../../terminal/style';
import { hang } from '../../terminal/wrap';
import type { Usage } from './example';
import type { Form } from './form';
import { legendOf, shownPattern } from './parameters';
import type { Phrase } from './phrase';

/**
 * All phrases, grouped by the subject that their file and its folder are named after. Each has an example, which is never
 * broken into lines, so that it can be pasted; what its table takes; and in the end what the parameters mean.
 */
export const dictionaryText = (
  phrases: readonly Phrase[],
  usages: ReadonlyMap<Phrase, Usage>,
  style: Style,
): string => {
  const subjects = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const subject = subjectOf(phrase);
    const others = subjects.get(subject);
    if (others) others.push(phrase);
    else subjects.set(subject, [phrase]);
  }
  const legend = legendOf(phrases);
  return [
    ...[...subjects]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([subject, own]) => {
        const entries = own.map((phrase) => entryText(phrase, usages.get(phrase), style));
        return [style.colours.strong(subject), ...entries].join('\n\n');
      }),
    ...(legend.length === 0 ? [] : [legendText(legend, style)]),
  ].join('\n\n\n');
};

/** Phrases that no feature uses: nobody can learn them by example. */
export const withoutExample = (
  phrases: readonly Phrase[],
  usages: ReadonlyMap<Phrase, unknown>,
): readonly Phrase[] => phrases.filter((phrase) => !usages.has(phrase));

const MARGIN = '    ';

const entryText = (phrase: Phrase, usage: Usage | undefined, style: Style): string => {
  const { colours, width } = style;
  const shown = usage
    ? [usage.line, ...usage.below].map((line) => (line === '' ? '' : colours.faint(MARGIN + line)))
    : [colours.bad(hang(MARGIN, 'no feature uses this phrase', width))];
  const form = phrase.form ? [formText(phrase.form, style)] : [];
  return [hang('  ', shownPattern(phrase), width), ...shown, ...form].join('\n');
};

/** What a table may say: a line for each column or setting. */
const formText = ({ kind, takes, needs = [], anyName }: Form, { width }: Style): string => {
  const lines = Object.entries(takes).map(([name, meaning]) => {
    const must = needs.includes(name) ? ['must be there'] : [];
    const explained = [...must, ...(meaning === '' ? [] : [meaning])].join('; ');
    return explained === '' ? name : `${name}: ${explained}`;
  });
  const title = kind === 'rows' ? 'columns' : 'settings, one a row';
  return [
    `${MARGIN}${anyName ? 'one a row' : title}`,
    ...lines.map((line) => hang(`${MARGIN}  `, line, width)),
  ].join('\n');
};

const legendText = (legend: readonly (readonly [string, string])[], { colours, width }: Style): string => {
  const column = Math.max(...legend.map(([name]) => name.length));
  const lines = legend.map(([name, meaning]) => hang(`  ${name.padEnd(column)}  `, meaning, width));
  return `${colours.strong('What stands for what')}\n\n${lines.join('\n')}`;
};

/**
 * The subject of a phrase, which its file and its folder are named after: `steps/updates.ts` → `Updates`,
 * `steps/daemonSets/status.ts` → `Daemon sets: status`
 */
export const subjectOf = ({ file }: Phrase): string => {
  const path = file.replace(/^(.*\/)?steps\//, '').replace(/\.[^.]*$/, '');
  const words = path
    .replaceAll('/', ': ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

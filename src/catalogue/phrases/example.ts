import { type Pickle, type PickleStep, PickleStepType, type PickleTableRow } from '@cucumber/messages';
import { isKorean } from './language';
import type { Phrase } from './phrase';

/** A step of a feature that shows how a phrase is used. */
export interface Usage {
  /** As it can be pasted into a feature: `When node "a" is labelled "b=c"`. */
  readonly line: string;
  /** The lines of the table or text below it, set in under the step. */
  readonly below: readonly string[];
  /** The example it is taken from, and which of its steps it is. */
  readonly pickle: Pickle;
  readonly at: number;
}

/** The keywords of a language, as our features have them. */
interface Keywords {
  readonly feature: string;
  readonly example: string;
  readonly and: string;
  readonly steps: Readonly<Record<PickleStepType, string>>;
}

const ENGLISH: Keywords = {
  feature: 'Feature',
  example: 'Example',
  and: 'And ',
  steps: {
    [PickleStepType.CONTEXT]: 'Given ',
    [PickleStepType.ACTION]: 'When ',
    [PickleStepType.OUTCOME]: 'Then ',
    [PickleStepType.UNKNOWN]: '',
  },
};

const KOREAN: Keywords = {
  feature: '기능',
  example: '시나리오',
  and: '그리고 ',
  steps: {
    [PickleStepType.CONTEXT]: '먼저 ',
    [PickleStepType.ACTION]: '만일 ',
    [PickleStepType.OUTCOME]: '그러면 ',
    [PickleStepType.UNKNOWN]: '',
  },
};

/** The keywords that a feature is written with. @param language of the feature, as Gherkin names it */
export const keywordsOf = (language: string): Keywords => (language === 'ko' ? KOREAN : ENGLISH);

const cellText = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');

/** A table, its columns below each other. */
const tableLines = (rows: readonly PickleTableRow[]): readonly string[] => {
  const cells = rows.map((row) => row.cells.map(({ value }) => cellText(value)));
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
};

const textLines = (content: string): readonly string[] => {
  const fence = content.includes('"""') ? '```' : '"""';
  return [fence, ...content.split('\n'), fence];
};

/** What stands below a step, line by line, as Gherkin writes it. */
export const linesBelow = ({ argument }: PickleStep): readonly string[] => {
  const lines = argument?.dataTable
    ? tableLines(argument.dataTable.rows)
    : argument?.docString
      ? textLines(argument.docString.content)
      : [];
  return lines.map((line) => (line === '' ? line : `  ${line}`));
};

/** The line of a step, with the keyword that says what it is, also where the feature has And. @param language of the feature; if nobody says, that of the step */
export const lineOf = (
  { text, type = PickleStepType.UNKNOWN }: PickleStep,
  language = isKorean(text) ? 'ko' : 'en',
): string => keywordsOf(language).steps[type] + text;

/**
 * Finds for each phrase a step that is written with it: the one with the fewest lines below it, of several the first.
 * @param phraseOf which phrase the text of a step is written with; it is asked once for each text
 */
export const usagesOf = (
  phrases: readonly Phrase[],
  pickles: readonly Pickle[],
  phraseOf = (text: string) => phrases.find(({ expression }) => expression.match(text)),
): ReadonlyMap<Phrase, Usage> => {
  const usages = new Map<Phrase, Usage>();
  const seen = new Map<string, Phrase | undefined>();
  for (const pickle of pickles)
    pickle.steps.forEach((step, at) => {
      if (!seen.has(step.text)) seen.set(step.text, phraseOf(step.text));
      const phrase = seen.get(step.text);
      if (!phrase) return;
      const below = linesBelow(step);
      const known = usages.get(phrase);
      if (!known || below.length < known.below.length)
        usages.set(phrase, { line: lineOf(step, pickle.language), below, pickle, at });
    });
  return usages;
};

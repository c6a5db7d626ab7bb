import type { InLanguages, Language } from '../../language/language';
import { columnsOf, padTo } from '../../terminal/columns';
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
  const words = WORDS[style.language];
  const subjects = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const subject = subjectOf(phrase, style.language);
    const others = subjects.get(subject);
    if (others) others.push(phrase);
    else subjects.set(subject, [phrase]);
  }
  const legend = legendOf(phrases);
  return [
    ...[...subjects]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([subject, own]) => {
        const entries = own.map((phrase) => entryText(phrase, usages.get(phrase), style, words));
        return [style.colours.strong(subject), ...entries].join('\n\n');
      }),
    ...(legend.length === 0 ? [] : [legendText(legend, style, words)]),
  ].join('\n\n\n');
};

/** Phrases that no feature uses: nobody can learn them by example. */
export const withoutExample = (
  phrases: readonly Phrase[],
  usages: ReadonlyMap<Phrase, unknown>,
): readonly Phrase[] => phrases.filter((phrase) => !usages.has(phrase));

interface Words {
  readonly unused: string;
  readonly needed: string;
  readonly columns: string;
  readonly settings: string;
  readonly names: string;
  readonly legend: string;
  /** What phrases of a file are about, where the file is not named so. */
  readonly subjects: Readonly<Record<string, string>>;
}

const WORDS: InLanguages<Words> = {
  en: {
    unused: 'no feature uses this phrase',
    needed: 'must be there',
    columns: 'columns',
    settings: 'settings, one a row',
    names: 'one a row',
    legend: 'What stands for what',
    subjects: {},
  },
  ko: {
    unused: '이 문장을 쓰는 기능이 없다',
    needed: '꼭 있어야 한다',
    columns: '열',
    settings: '설정, 한 줄에 하나씩',
    names: '한 줄에 하나씩',
    legend: '중괄호 안의 말이 뜻하는 것',
    subjects: {
      'ko/cluster': '클러스터, 프로젝트, 사용자',
      'ko/commands': '명령과 이벤트',
      'ko/daemonSets': '데몬 세트',
      'ko/nodes': '노드',
      'ko/ordinaryPods': '일반 Pod',
      'ko/pods': '데몬 세트 Pod',
    },
  },
};

const MARGIN = '    ';

const entryText = (phrase: Phrase, usage: Usage | undefined, style: Style, words: Words): string => {
  const { colours, width } = style;
  const shown = usage
    ? [usage.line, ...usage.below].map((line) => (line === '' ? '' : colours.faint(MARGIN + line)))
    : [colours.bad(hang(MARGIN, words.unused, width))];
  const form = phrase.form ? [formText(phrase.form, style, words)] : [];
  return [hang('  ', shownPattern(phrase), width), ...shown, ...form].join('\n');
};

/** What a table may say: a line for each column or setting. */
const formText = ({ kind, takes, needs = [], anyName }: Form, { width }: Style, words: Words): string => {
  const lines = Object.entries(takes).map(([name, meaning]) => {
    const must = needs.includes(name) ? [words.needed] : [];
    const explained = [...must, ...(meaning === '' ? [] : [meaning])].join('; ');
    return explained === '' ? name : `${name}: ${explained}`;
  });
  const title = kind === 'rows' ? words.columns : words.settings;
  return [
    `${MARGIN}${anyName ? words.names : title}`,
    ...lines.map((line) => hang(`${MARGIN}  `, line, width)),
  ].join('\n');
};

const legendText = (
  legend: readonly (readonly [string, string])[],
  { colours, width }: Style,
  words: Words,
): string => {
  const column = Math.max(...legend.map(([name]) => columnsOf(name)));
  const lines = legend.map(([name, meaning]) => hang(`  ${padTo(name, column)}  `, meaning, width));
  return `${colours.strong(words.legend)}\n\n${lines.join('\n')}`;
};

/**
 * The subject of a phrase, which its file and its folder are named after: `steps/updates.ts` → `Updates`,
 * `steps/daemonSets/status.ts` → `Daemon sets: status`
 */
export const subjectOf = ({ file }: Phrase, language: Language = 'en'): string => {
  const path = file.replace(/^(.*\/)?steps\//, '').replace(/\.[^.]*$/, '');
  const named = WORDS[language].subjects[path];
  if (named !== undefined) return named;
  const words = path
    .replaceAll('/', ': ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

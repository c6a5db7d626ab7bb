import type { InLanguages, Language } from '../../language/language';
import type { Table } from '../tables';
import { spanInWords } from '../words/durations';
import type { Moment, Plot } from './plot';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const number = (count: number): string => NUMBERS[count] ?? String(count);
const none = (count: number): string => (count === 0 ? 'none' : number(count));

/** What a plot shows, in numbers. */
interface Gist {
  readonly nodes: number;
  readonly budget: number | undefined;
  readonly first: number;
  readonly last: number;
  /** From the beginning until the last old pod that goes has gone. */
  readonly span: string | undefined;
  readonly most: number;
  /** What a surge allows, and came to; undefined without one. */
  readonly surge: number | undefined;
  readonly doubled: number;
  readonly isComplete: boolean;
}

const gistOf = ({ nodes, budget, surge, moments, isComplete }: Plot, language: Language): Gist => {
  const begin = moments[0];
  const last = moments.at(-1)?.old ?? 0;
  const arrival = moments.findLastIndex(({ old }) => old !== last) + 1;
  const span = (moments[arrival]?.at ?? 0) - (begin?.at ?? 0);
  return {
    nodes,
    budget,
    first: begin?.old ?? 0,
    last,
    span: span < 500 ? undefined : spanInWords(span, language),
    most: Math.max(...moments.map(({ unavailable }) => unavailable)),
    surge,
    doubled: Math.max(...moments.map((each) => each.doubled)),
    isComplete,
  };
};

const gists: InLanguages<(gist: Gist) => string> = {
  en: ({ nodes, budget, surge, doubled, first, last, span, most, isComplete }) => {
    const count = `${number(nodes)} ${nodes === 1 ? 'node' : 'nodes'}`;
    const allowed =
      budget === undefined
        ? 'no budget'
        : budget === 0
          ? 'none may be unavailable'
          : `budget ${number(budget)}`;
    const beside = surge === undefined ? '' : `, surge ${number(surge)}`;
    const course =
      first === last
        ? first === 0
          ? 'no old pod is available'
          : `old pods stay at ${number(first)}`
        : `old pods ${first > last ? 'fall' : 'rise'} from ${none(first)} to ${none(last)} ${span ? `in ${span}` : 'at once'}`;
    const missing =
      most === 0
        ? 'none is ever unavailable'
        : `at most ${number(most)} ${most === 1 ? 'is' : 'are'} unavailable`;
    const twice =
      surge === undefined
        ? ''
        : doubled === 0
          ? '; no node has two pods'
          : `; at most ${number(doubled)} ${doubled === 1 ? 'node has' : 'nodes have'} two pods`;
    const end = isComplete ? '' : '; the update is not complete';
    const text = `${count}, ${allowed}${beside}: ${course}; ${missing}${twice}${end}.`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  },
  ko: ({ nodes, budget, surge, doubled, first, last, span, most, isComplete }) => {
    const allowed = budget === undefined ? '예산 없음' : `예산 ${budget}개`;
    const beside = surge === undefined ? '' : `, 서지 ${surge}개`;
    const course =
      first === last
        ? `이전 Pod는 ${first}개 그대로이고`
        : `이전 Pod가 ${span ? `${span} 동안` : '한꺼번에'} ${first}개에서 ${last}개로 ${first > last ? '줄고' : '늘고'}`;
    const missing = `Pod를 사용할 수 없는 노드는 ${most === 0 ? '한 번도 없었' : `많아야 ${most}개였`}`;
    const twice =
      surge === undefined ? '' : `고, Pod가 둘인 노드는 ${doubled === 0 ? '없었' : `많아야 ${doubled}개였`}`;
    const end = isComplete ? '다' : '고, 업데이트는 끝나지 않았다';
    return `노드 ${nodes}개, ${allowed}${beside}: ${course}, ${missing}${twice}${end}.`;
  },
};

/** What a plot shows, in one sentence: the alternative for whoever does not see it. */
export const plotInWords = (plot: Plot, language: Language): string =>
  gists[language](gistOf(plot, language));

const columns: InLanguages<readonly string[]> = {
  en: ['after', 'old', 'new', 'unavailable', 'two pods'],
  ko: ['경과', '이전', '새', '사용 불가', 'Pod 둘'],
};

/**
 * What a plot shows, moment by moment. The first cell says how long after the update began; the last is there with a surge only.
 */
export const plotTable = ({ moments, surge }: Plot, language: Language): Table => {
  const begin = moments[0]?.at ?? 0;
  const row = (moment: Moment): readonly string[] => [
    spanInWords(moment.at - begin, language),
    String(moment.old),
    String(moment.new),
    String(moment.unavailable),
    ...(surge === undefined ? [] : [String(moment.doubled)]),
  ];
  return {
    columns: columns[language].slice(0, surge === undefined ? -1 : undefined),
    rows: moments.map(row),
  };
};

import type { InLanguages } from '../../../language/language';

type Counted = InLanguages<(count: number) => string>;

/** What is written on film strips, in the language of the feature that they show. */
export const stripWords = {
  strip: { en: 'Film strip', ko: '필름 스트립' } satisfies InLanguages,
  background: { en: 'In each of these examples', ko: '아래 모든 시나리오에서' } satisfies InLanguages,
  asBackground: { en: 'As the background says', ko: '배경에 있는 그대로' } satisfies InLanguages,
  moments: {
    en: (count) => (count === 1 ? '1 moment in between' : `${count} moments in between`),
    ko: (count) => `그사이의 순간 ${count}개`,
  } satisfies Counted,
  lines: {
    en: (count) => `${count} lines`,
    ko: (count) => `${count}줄`,
  } satisfies Counted,
  nothing: {
    en: 'Nothing changed on the nodes.',
    ko: '노드에는 아무 변화가 없다.',
  } satisfies InLanguages,
  notRun: { en: 'Not run.', ko: '실행되지 않았다.' } satisfies InLanguages,
  passed: {
    en: (duration) => `${duration} after the picture before`,
    ko: (duration) => `앞 그림에서 ${duration} 뒤`,
  } satisfies InLanguages<(duration: string) => string>,
  asTable: { en: 'As a table', ko: '표로 보기' } satisfies InLanguages,
  node: { en: 'Node', ko: '노드' } satisfies InLanguages,
  noNode: { en: 'on no node', ko: '노드에 없음' } satisfies InLanguages,
  noPod: { en: '–', ko: '–' } satisfies InLanguages,
} as const;

import type { InLanguages } from '../../../language/language';

export const phrasesWords = {
  lead: {
    en: 'These are all the sentences that steps can be written with. Copy one, or try its example in the playground and change it.',
    ko: '단계에 쓸 수 있는 모든 문장이다. 하나를 복사하거나, 그 예를 놀이터에서 열어 바꿔 볼 수 있다.',
  },
  tryIt: { en: 'Try it', ko: '해 보기' },
  inPlace: { en: 'Where it is from', ko: '나온 곳' },
  noExample: { en: 'No example of it was in this run.', ko: '이번 실행에는 이 문장의 예가 없다.' },
  columns: { en: 'Its table has the columns', ko: '표의 열' },
  settings: { en: 'Its table has a setting a row', ko: '표의 각 행은 설정 하나' },
  anyName: { en: 'Its table has a name a row, and what it is set to', ko: '표의 각 행은 이름과 값' },
  must: { en: 'must be there', ko: '반드시 필요' },
  legend: {
    en: 'What {string} and the others in braces stand for',
    ko: '{string} 같은 중괄호 안의 말이 뜻하는 것',
  },
  none: { en: 'No phrase is known: none was loaded.', ko: '불러온 문장이 없다.' },
} satisfies Record<string, InLanguages>;

const KOREAN_SUBJECTS: Readonly<Record<string, string>> = {
  Cluster: '클러스터, 프로젝트, 사용자',
  Commands: '명령과 이벤트',
  'Daemon sets': '데몬 세트',
  Nodes: '노드',
  'Ordinary pods': '일반 Pod',
  Pods: '데몬 세트 Pod',
};

/** The title of a group of phrases, in the language of the phrases. */
export const groupWords = (title: string, isKorean: boolean): string =>
  (isKorean ? KOREAN_SUBJECTS[title] : undefined) ?? title;

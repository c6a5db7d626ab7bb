import type { InLanguages } from '../../../language/language';

export const searchWords = {
  label: { en: 'Search, or paste a message', ko: '검색어나 오류 메시지' },
  results: { en: 'What was found', ko: '검색 결과' },
  questions: { en: 'Questions', ko: '질문' },
  claims: { en: 'Claims', ko: '주장' },
  rules: { en: 'Rules', ko: '규칙' },
  examples: { en: 'Examples', ko: '시나리오' },
  phrases: { en: 'Phrases', ko: '문장' },
  none: { en: 'Nothing was found.', ko: '찾은 것이 없다.' },
} satisfies Record<string, InLanguages>;

export const foundWords = (number: number): InLanguages => ({
  en: `${number} ${number === 1 ? 'result' : 'results'}. Use the arrow keys to choose.`,
  ko: `결과 ${number}개. 화살표 키로 고른다.`,
});

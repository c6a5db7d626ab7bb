import type { InLanguages } from '../../../language/language';

export const claimWords = {
  sides: { en: 'Both sides', ko: '양쪽 비교' },
  shown: { en: 'See it happen', ko: '직접 보기' },
  others: { en: 'More examples of it', ko: '다른 시나리오' },
  origin: { en: 'Where it comes from', ko: '출처' },
  section: { en: 'Section', ko: '절' },
  source: { en: 'Source', ko: '원문' },
  releases: { en: 'Releases', ko: '릴리스' },
  authority: { en: 'Authority', ko: '근거' },
  inContext: { en: 'In its feature', ko: '기능 페이지에서 보기' },
  none: {
    en: 'No example of it was in this run.',
    ko: '이번 실행에는 이 주장의 시나리오가 없다.',
  },
} satisfies Record<string, InLanguages>;

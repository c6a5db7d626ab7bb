import type { InLanguages } from '../../../language/language';

export const failureWords = {
  expected: { en: 'Expected', ko: '예상' },
  actual: { en: 'Actual', ko: '실제' },
  difference: { en: 'Different', ko: '다름' },
  raised: { en: 'raised at', ko: '발생 위치' },
  notUnderstood: {
    en: 'No phrase fits one of its steps, or more than one does.',
    ko: '단계 중 하나에 맞는 문장이 없거나 둘 이상이다.',
  },
  phrases: { en: 'What you can say', ko: '쓸 수 있는 문장' },
  moment: { en: 'The cluster at that moment', ko: '그 순간의 클러스터' },
  asText: { en: 'As text, with reasons', ko: '이유까지 글로 보기' },
  again: { en: 'To run this example alone', ko: '이 시나리오만 다시 실행하려면' },
  copy: { en: 'Copy', ko: '복사' },
  inContext: { en: 'In its feature', ko: '기능 페이지에서 보기' },
  more: { en: 'And these', ko: '그 밖에 실패한 시나리오' },
} satisfies Record<string, InLanguages>;

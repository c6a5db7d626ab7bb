import type { Verdict } from '../../../catalogue/register';
import type { InLanguages } from '../../../language/language';
import type { Outcome } from '../../../run/example';
import type { Standing } from '../../verdicts';

/** What stands on every page. */
export const frameWords = {
  title: { en: 'What daemon sets do', ko: '데몬 세트는 어떻게 동작하는가' },
  skip: { en: 'Skip to the content', ko: '본문으로 건너뛰기' },
  pages: { en: 'Pages', ko: '페이지' },
  findings: { en: 'Findings', ko: '결과' },
  subjects: { en: 'Subjects', ko: '주제' },
  phrases: { en: 'What you can say', ko: '쓸 수 있는 문장' },
  play: { en: 'Playground', ko: '놀이터' },
  run: { en: 'This run', ko: '이번 실행' },
  language: { en: 'Language', ko: '언어' },
  inEnglish: { en: 'This part is in English.', ko: '이 부분은 영어로 쓰여 있습니다.' },
} satisfies Record<string, InLanguages>;

export const verdictWords: Readonly<Record<Verdict, InLanguages>> = {
  holds: { en: 'holds', ko: '맞음' },
  'holds-when': { en: 'holds when …', ko: '조건부로 맞음' },
  superseded: { en: 'was true once', ko: '예전에는 맞았음' },
  misprint: { en: 'misprint', ko: '오기' },
};

export const verdictMeanings: Readonly<Record<Verdict, InLanguages>> = {
  holds: { en: 'It is true.', ko: '사실입니다.' },
  'holds-when': {
    en: 'It is true under a condition that the documentation leaves out.',
    ko: '문서가 말하지 않은 조건에서만 사실입니다.',
  },
  superseded: { en: 'It was true of an earlier release.', ko: '이전 릴리스에서는 사실이었습니다.' },
  misprint: {
    en: 'The sample does not work as printed.',
    ko: '문서의 예제는 인쇄된 그대로는 동작하지 않습니다.',
  },
};

export const standingWords: Readonly<Record<Standing, InLanguages>> = {
  proven: { en: 'proven', ko: '입증됨' },
  partly: { en: 'proven in part', ko: '일부 입증됨' },
  disproven: { en: 'not proven: an example failed', ko: '입증되지 않음: 실패한 예가 있음' },
  skipped: { en: 'skipped', ko: '건너뜀' },
  untried: { en: 'not tried in this run', ko: '이번 실행에서 시험하지 않음' },
};

export const outcomeWords: Readonly<Record<Outcome, InLanguages>> = {
  passed: { en: 'as stated', ko: '서술한 대로' },
  failed: { en: 'failed', ko: '실패' },
  skipped: { en: 'skipped', ko: '건너뜀' },
  pending: { en: 'not finished', ko: '아직 작성되지 않음' },
  undefined: { en: 'no phrase fits', ko: '맞는 문장이 없음' },
  ambiguous: { en: 'several phrases fit', ko: '맞는 문장이 여럿임' },
};

const { format } = new Intl.NumberFormat('en');

/** `1 example`, `1,057 examples` */
export const examplesCount = (number: number): InLanguages => ({
  en: `${format(number)} ${number === 1 ? 'example' : 'examples'}`,
  ko: `예 ${format(number)}개`,
});

export const claimsCount = (number: number): InLanguages => ({
  en: `${number} ${number === 1 ? 'claim' : 'claims'}`,
  ko: `주장 ${number}개`,
});

import { verdictWords as inTerminal, type Verdict } from '../../../catalogue/register';
import type { InLanguages } from '../../../language/language';
import type { Told } from '../../../run/editions';
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
  inEnglish: { en: 'This part is in English.', ko: '이 부분은 영어로 되어 있다.' },
} satisfies Record<string, InLanguages>;

const inBoth = (verdict: Verdict): InLanguages => ({
  en: inTerminal.en[verdict],
  ko: inTerminal.ko[verdict],
});

/** The same words as in the terminal. */
export const verdictWords: Readonly<Record<Verdict, InLanguages>> = {
  holds: inBoth('holds'),
  'holds-when': inBoth('holds-when'),
  superseded: inBoth('superseded'),
  misprint: inBoth('misprint'),
};

export const verdictMeanings: Readonly<Record<Verdict, InLanguages>> = {
  holds: { en: 'It is true.', ko: '사실이다.' },
  'holds-when': {
    en: 'It is true under a condition that the documentation leaves out.',
    ko: '문서가 말하지 않은 조건에서만 사실이다.',
  },
  superseded: { en: 'It was true of an earlier release.', ko: '예전 릴리스에서는 사실이었다.' },
  misprint: {
    en: 'The sample does not work as printed.',
    ko: '문서의 예제는 적힌 그대로는 동작하지 않는다.',
  },
};

export const standingWords: Readonly<Record<Standing, InLanguages>> = {
  proven: { en: 'proven', ko: '입증됨' },
  partly: { en: 'proven in part', ko: '일부 입증됨' },
  disproven: { en: 'not proven: an example failed', ko: '입증되지 않음: 실패한 시나리오가 있음' },
  skipped: { en: 'skipped', ko: '건너뜀' },
  unsure: { en: 'inconclusive', ko: '판단할 수 없음' },
  untried: { en: 'not tried in this run', ko: '이번 실행에서 시험하지 않음' },
};

/** Of an example that was tried, and of which nobody can tell. */
export const unsureWords: InLanguages = standingWords.unsure;

export const outcomeWords: Readonly<Record<Outcome, InLanguages>> = {
  passed: { en: 'as stated', ko: '적힌 대로' },
  failed: { en: 'failed', ko: '실패' },
  skipped: { en: 'skipped', ko: '건너뜀' },
  pending: { en: 'not finished', ko: '아직 끝나지 않음' },
  undefined: { en: 'no phrase fits', ko: '맞는 문장이 없음' },
  ambiguous: { en: 'several phrases fit', ko: '맞는 문장이 여럿임' },
};

const { format } = new Intl.NumberFormat('en');

/** `1 example`, `1,057 examples` */
export const examplesCount = (number: number): InLanguages => ({
  en: `${format(number)} ${number === 1 ? 'example' : 'examples'}`,
  ko: `시나리오 ${format(number)}개`,
});

/** `1,067 examples, 100 of them also in Korean` */
export const toldWords = ({ all, alsoInKorean }: Told): InLanguages => {
  const { en, ko } = examplesCount(all);
  if (alsoInKorean === 0) return { en, ko };
  const also = format(alsoInKorean);
  return { en: `${en}, ${also} of them also in Korean`, ko: `${ko}(그중 ${also}개는 한국어로도)` };
};

export const claimsCount = (number: number): InLanguages => ({
  en: `${number} ${number === 1 ? 'claim' : 'claims'}`,
  ko: `주장 ${number}개`,
});

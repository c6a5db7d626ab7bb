import type { InLanguages } from '../language/language';
import type { Claim } from './register';

/** Where claims come from, in the order reports show them. */
export interface ClaimGroup {
  /** First letter of the claims' numbers; undefined for all letters that no other group has. */
  readonly letter?: string;
  readonly title: InLanguages;
  /** What its claims are called: "22 of 22 *claims of the chapter* proven". */
  readonly noun: InLanguages;
}

export const claimGroups: readonly ClaimGroup[] = [
  {
    letter: 'D',
    title: { en: 'The chapter: "Using daemon sets"', ko: '문서의 장: "데몬 세트 사용"' },
    noun: { en: 'claims of the chapter', ko: '문서의 주장' },
  },
  {
    letter: 'K',
    title: {
      en: 'Official conformance: what every Kubernetes must do',
      ko: '공식 적합성: 모든 Kubernetes가 지켜야 하는 것',
    },
    noun: { en: 'conformance claims', ko: '적합성 주장' },
  },
  {
    letter: 'I',
    title: { en: 'Known surprises: what people ran into', ko: '알려진 의외의 동작: 사람들이 겪은 일' },
    noun: { en: 'known surprises', ko: '알려진 의외의 동작' },
  },
  {
    title: { en: 'Your own claims', ko: '직접 추가한 주장' },
    noun: { en: 'claims of your own', ko: '직접 추가한 주장' },
  },
];

export const belongsTo = (claim: Pick<Claim, 'id'>, group: ClaimGroup): boolean =>
  group === claimGroups.find(({ letter }) => letter === undefined || claim.id.startsWith(letter));

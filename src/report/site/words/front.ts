import type { InLanguages } from '../../../language/language';

export const frontWords = {
  heading: {
    en: 'What daemon sets do, and what the documentation says they do',
    ko: '데몬 세트의 실제 동작, 그리고 문서가 말하는 동작',
  },
  otherHeading: { en: 'What was promised, and what happened', ko: '약속한 동작, 그리고 실제 동작' },
  onModel: {
    en: 'Every sentence here was tried on a cluster kept in memory. Where the documentation is only partly right, the condition is named, and you can watch both sides happen.',
    ko: '여기 있는 모든 문장을 메모리 안의 클러스터에서 시험했다. 문서가 일부만 맞는 곳에는 그 조건을 적었고, 양쪽 모두 눈으로 볼 수 있다.',
  },
  onCluster: {
    en: 'Every sentence here was tried on a real cluster. Where the documentation is only partly right, the condition is named, and you can watch both sides happen.',
    ko: '여기 있는 모든 문장을 실제 클러스터에서 시험했다. 문서가 일부만 맞는 곳에는 그 조건을 적었고, 양쪽 모두 눈으로 볼 수 있다.',
  },
  someOnModel: {
    en: 'This was a run of some features. What is here was tried on a cluster kept in memory.',
    ko: '일부 기능만 실행했다. 여기 있는 것은 메모리 안의 클러스터에서 시험했다.',
  },
  someOnCluster: {
    en: 'This was a run of some features. What is here was tried on a real cluster.',
    ko: '일부 기능만 실행했다. 여기 있는 것은 실제 클러스터에서 시험했다.',
  },
  dry: {
    en: 'Nothing was executed: this was a dry run, which only looks whether every step has a phrase. It proves nothing.',
    ko: '아무것도 실행하지 않았다. 단계마다 맞는 문장이 있는지만 살펴보았으므로 아무것도 입증하지 않는다.',
  },
  nothing: {
    en: 'Nothing was tried in this run, so it proves nothing.',
    ko: '이번 실행에서는 아무것도 시험하지 않았으므로 아무것도 입증하지 않는다.',
  },
  questions: { en: 'Questions people ask', ko: '자주 묻는 질문' },
  roll: { en: 'The roll of claims', ko: '주장 목록' },
  register: { en: 'The register', ko: '주장 대장' },
  registerLead: {
    en: 'What the documentation claims, what conformance asks for, and what people ran into: each with its verdict, and what this run found.',
    ko: '문서의 주장, 적합성 요구 사항, 사람들이 겪은 일을 판정과 이번 실행의 결과와 함께 모았다.',
  },
  noRegister: {
    en: 'This project has no register of claims. Its features are under Subjects.',
    ko: '이 프로젝트에는 주장 대장이 없다. 기능은 주제 페이지에 있다.',
  },
  verdict: { en: 'Verdict', ko: '판정' },
  subject: { en: 'Subject', ko: '주제' },
  needs: { en: 'Needs', ko: '필요한 것' },
  any: { en: 'any', ko: '전체' },
  noNeeds: { en: 'nothing special', ko: '특별히 없음' },
  clear: { en: 'Show all', ko: '모두 보기' },
  none: {
    en: 'No claim is like this. Choose less, or show all.',
    ko: '조건에 맞는 주장이 없다. 조건을 줄이거나 모두 보기를 누른다.',
  },
  few: { en: 'What was run', ko: '실행한 기능' },
  failed: { en: 'Not as stated', ko: '적힌 것과 다름' },
  failedLead: {
    en: 'These examples failed. Begin here.',
    ko: '실패한 시나리오다. 여기부터 살펴본다.',
  },
} satisfies Record<string, InLanguages>;

export const claimGroupWords: Readonly<Record<string, InLanguages>> = {
  D: { en: 'The chapter “Using daemon sets”', ko: '문서의 장 “데몬 세트 사용”' },
  K: { en: 'What every Kubernetes must do', ko: '모든 Kubernetes가 지켜야 하는 것' },
  I: { en: 'What people ran into', ko: '사람들이 겪은 일' },
};

export const ownClaims: InLanguages = { en: 'Your own claims', ko: '직접 추가한 주장' };

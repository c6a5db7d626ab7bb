import type { PodState } from '../../../film/scene';
import type { InLanguages } from '../../../language/language';

/** What is written in pictures and beside them. Words of states, too, stand in style/picture.css, in both languages. */
export const pictureWords = {
  states: {
    en: {
      ready: 'ready',
      notReady: 'not ready',
      pending: 'pending',
      terminating: 'terminating',
      failed: 'failed',
      succeeded: 'succeeded',
    },
    ko: {
      ready: '준비됨',
      notReady: '준비 안 됨',
      pending: '보류 중',
      terminating: '종료 중',
      failed: '실패',
      succeeded: '완료',
    },
  } satisfies InLanguages<Readonly<Record<PodState, string>>>,
  nodes: {
    en: { notReady: 'not ready', silent: 'silent', cordoned: 'cordoned' },
    ko: { notReady: '준비 안 됨', silent: '응답 없음', cordoned: '예약 불가' },
  } satisfies InLanguages<Readonly<Record<'notReady' | 'silent' | 'cordoned', string>>>,
  notBound: { en: 'not on the node yet', ko: '아직 배정 전' } satisfies InLanguages,
  gone: { en: 'gone', ko: '없어짐' } satisfies InLanguages,
  ready: {
    en: (ready, desired) => `· ${ready} of ${desired} ready`,
    ko: (ready, desired) => `· ${desired}개 중 ${ready}개 준비됨`,
  } satisfies InLanguages<(ready: number, desired: number) => string>,
  morePods: {
    en: (states) => `and more: ${states}`,
    ko: (states) => `그 밖에: ${states}`,
  } satisfies InLanguages<(states: string) => string>,
  moreNodes: {
    en: (nodes, states) => `and ${nodes} more: ${states || 'without pods'}`,
    ko: (nodes, states) => `그 밖에 ${nodes}개: ${states || 'Pod 없음'}`,
  } satisfies InLanguages<(nodes: number, states: string) => string>,
} as const;

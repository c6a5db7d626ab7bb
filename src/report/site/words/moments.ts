import type { InLanguages } from '../../../language/language';

/** What is written where somebody goes through the moments of a panel. */
export const momentWords = {
  moment: { en: 'Moment', ko: '순간' } satisfies InLanguages,
  back: { en: 'One moment back', ko: '한 순간 뒤로' } satisfies InLanguages,
  forward: { en: 'One moment forward', ko: '한 순간 앞으로' } satisfies InLanguages,
  link: { en: 'Link to this moment', ko: '이 순간의 링크' } satisfies InLanguages,
  of: {
    en: (place, all) => `${place} of ${all}`,
    ko: (place, all) => `${all}개 중 ${place}번째`,
  } satisfies InLanguages<(place: number, all: number) => string>,
  at: {
    en: (duration) => `${duration} of cluster time`,
    ko: (duration) => `클러스터 시간 ${duration}`,
  } satisfies InLanguages<(duration: string) => string>,
} as const;

import type { InLanguages } from '../../../language/language';

/** What is written on plots of updates. */
export const plotWords = {
  old: { en: 'old', ko: '이전' } satisfies InLanguages,
  new: { en: 'new', ko: '새' } satisfies InLanguages,
  budget: {
    en: (nodes) => `budget ${nodes}`,
    ko: (nodes) => `예산 ${nodes}`,
  } satisfies InLanguages<(nodes: number) => string>,
  surge: {
    en: (nodes) => `surge ${nodes}`,
    ko: (nodes) => `서지 ${nodes}`,
  } satisfies InLanguages<(nodes: number) => string>,
} as const;

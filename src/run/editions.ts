import { isOfKoreanEdition, KOREAN_EDITION } from '../catalogue/editions';
import type { Example } from './example';

/** How many examples there are, those counted once that are told in two languages. */
export interface Told {
  readonly all: number;
  /** How many of them are told in Korean, too. */
  readonly alsoInKorean: number;
}

/** Counts examples. The Korean edition tells those of the English feature of the same name, as far as both are here. */
export const toldOf = (examples: readonly Pick<Example, 'uri'>[]): Told => {
  const english = new Map<string, number>();
  const korean = new Map<string, number>();
  for (const { uri } of examples) {
    const [counts, name] = isOfKoreanEdition(uri)
      ? [korean, uri.replace(KOREAN_EDITION, 'features/')]
      : [english, uri];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const alsoInKorean = [...korean].reduce(
    (sum, [name, count]) => sum + Math.min(count, english.get(name) ?? 0),
    0,
  );
  return { all: examples.length - alsoInKorean, alsoInKorean };
};

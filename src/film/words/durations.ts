import type { InLanguages, Language } from '../../language/language';

interface Unit {
  readonly milliseconds: number;
  readonly name: InLanguages<(count: number) => string>;
}

const unit = (milliseconds: number, english: string, korean: string): Unit => ({
  milliseconds,
  name: {
    en: (count) => `${count} ${english}${count === 1 ? '' : 's'}`,
    ko: (count) => `${count}${korean}`,
  },
});

const units: readonly Unit[] = [
  unit(86_400_000, 'day', '일'),
  unit(3_600_000, 'hour', '시간'),
  unit(60_000, 'minute', '분'),
  unit(1000, 'second', '초'),
];

/** A span of model time as people say it, in its two largest units: `2 minutes 5 seconds`, `2분 5초`. */
export const spanInWords = (milliseconds: number, language: Language): string => {
  let left = Math.round(milliseconds / 1000) * 1000;
  const parts = units.flatMap((each) => {
    const count = Math.floor(left / each.milliseconds);
    left -= count * each.milliseconds;
    return [{ count, text: each.name[language](count) }];
  });
  const first = parts.findIndex(({ count }) => count > 0);
  if (first < 0) return parts.at(-1)?.text ?? '';
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join(' ');
};

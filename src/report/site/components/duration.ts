import type { InLanguages, Language } from '../../../language/language';

const units: InLanguages<readonly (readonly [string, number])[]> = {
  en: [
    [' h', 3600],
    [' min', 60],
    [' s', 1],
  ],
  ko: [
    ['시간', 3600],
    ['분', 60],
    ['초', 1],
  ],
};

/**
 * Model time in the units people say it in: `1 h 5 min`, `12 s`, `0.4 s`. Nobody reads seconds where there are hours.
 * @param milliseconds at least 0
 */
export const durationInWords = (milliseconds: number, language: Language): string => {
  const [hours, minutes, seconds] = units[language].map(([unit]) => unit);
  if (milliseconds < 10_000) return `${Number((milliseconds / 1000).toFixed(1))}${seconds}`;
  const whole = Math.round(milliseconds / 1000);
  const parts = [
    [Math.floor(whole / 3600), hours],
    [Math.floor((whole % 3600) / 60), minutes],
    [whole < 3600 ? whole % 60 : 0, seconds],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
};

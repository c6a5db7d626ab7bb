const HANGUL = /[가-힣]/;

/** Tells whether a step or a phrase is Korean. What stands in quotes or braces does not count. */
export const isKorean = (text: string): boolean =>
  HANGUL.test(text.replace(/"[^"]*"|'[^']*'|\{[^}]*\}/g, ''));

/** Tells whether two of them are of the same language. */
export const isSameLanguage = (one: string, other: string): boolean => isKorean(one) === isKorean(other);

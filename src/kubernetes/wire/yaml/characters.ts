/** Stands after the last character of a text. A document cannot contain it. */
export const END = 0;

export const isBreak = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;

export const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

export const isBreakOrEnd = (code: number): boolean => code === END || isBreak(code);

export const isBlankOrEnd = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === END || isBreak(code);

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** What names of anchors, directives and tag handles are made of. */
export const isWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  isDigit(code) ||
  code === 0x5f ||
  code === 0x2d;

/** The value of a hexadecimal digit; undefined for all other characters. */
export const hexDigit = (code: number): number | undefined => {
  if (isDigit(code)) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
};

/** The code of an ASCII character. */
export const codeOf = (character: string): number => character.charCodeAt(0);

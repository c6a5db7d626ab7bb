const LINE_BREAKS = /[\r\n]/;
const DIGIT = /[A-Za-z0-9+/]/;

/**
 * Where base64 stops being base64, in bytes; undefined if it never does. Line breaks are passed over. A group that
 * ends too early is wrong where it begins.
 * @see encoding/base64 StdEncoding
 */
export const firstIllegal = (text: string): number | undefined => {
  let inGroup = 0;
  let index = 0;
  for (; index < text.length; index++) {
    const character = text[index] ?? '';
    if (LINE_BREAKS.test(character)) continue;
    if (DIGIT.test(character)) {
      inGroup = (inGroup + 1) % 4;
      continue;
    }
    return character === '=' && inGroup >= 2 ? illegalPadding(text, index, inGroup) : index;
  }
  return inGroup === 0 ? undefined : index - inGroup;
};

/** What follows the first sign of padding: another one after two digits (or it is itself at fault), and then nothing. */
const illegalPadding = (text: string, first: number, digits: number): number | undefined => {
  const following = (from: number): number => {
    let at = from;
    while (LINE_BREAKS.test(text[at] ?? '')) at += 1;
    return at;
  };
  let last = first;
  if (digits === 2) {
    last = following(first + 1);
    if (last >= text.length) return text.length;
    if (text[last] !== '=') return last - 1;
  }
  const rest = following(last + 1);
  return rest < text.length ? rest : undefined;
};

/** Bytes in base64. */
export const encodeBytes = (bytes: Iterable<number>): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** A text in base64. */
export const encodeText = (text: string): string => encodeBytes(new TextEncoder().encode(text));

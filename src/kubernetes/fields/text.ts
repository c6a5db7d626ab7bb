/**
 * Text put together from parts, in one piece. Engines keep a template's parts and join them only when somebody reads
 * the text; for text that stays, and of which there is much, that costs several times the memory.
 */
export const flat = (...parts: readonly string[]): string => parts.join('');

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

const TO_ESCAPE = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const hexadecimal = (digits: number): string => code.toString(16).padStart(digits, '0');
  const short = SHORT[character];
  if (short) return short;
  if (code < 0x80) return `\\x${hexadecimal(2)}`;
  return code > 0xffff ? `\\U${hexadecimal(8)}` : `\\u${hexadecimal(4)}`;
};

/** Text in quotes as Go prints it (`%q`): what cannot be seen is escaped. */
export const quoted = (text: string): string => `"${text.replace(TO_ESCAPE, escaped)}"`;

/** How many bytes text takes in UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (point > 0xffff) index += 1;
  }
  return bytes;
};

/** How many bytes base64 stands for. */
export const base64Bytes = (text: string): number => Math.floor((text.replace(/={1,2}$/, '').length * 3) / 4);

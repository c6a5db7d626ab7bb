import { byteLength } from '../../fields/bytes';
import { quoted } from '../../fields/text';

/** Text that is no JSON. `message` is what Go says of it, `at` where it stopped, or undefined at the end of the text. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly at?: number,
  ) {
    super(message);
    this.name = 'JsonSyntaxError';
  }
}

/** The first byte of a character, as the character that has its number. */
const firstByte = (text: string, at: number): string => {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x80) return String.fromCharCode(code);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6));
  return String.fromCharCode(code < 0x10000 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18));
};

const printed = (character: string): string => {
  if (character === "'") return "'\\''";
  return character === '"' ? `'"'` : `'${quoted(character).slice(1, -1)}'`;
};

/**
 * A character that may not stand there; the end of the text counts as one.
 * @param where `looking for beginning of value`
 * @see encoding/json scanner.error
 */
export const unexpected = (text: string, at: number, where: string): JsonSyntaxError =>
  at >= text.length
    ? new JsonSyntaxError('unexpected EOF')
    : new JsonSyntaxError(`invalid character ${printed(firstByte(text, at))} ${where}`, at);

/** How many bytes of a text Go has read when it stops at a character. */
export const bytesUpTo = (text: string, at: number): number => byteLength(text.slice(0, at)) + 1;

/** How many bytes a character has that begins with this one; 0 if none does. */
export const utf8Width = (byte: number): number => {
  if ((byte & 0x80) === 0) return 1;
  if ((byte & 0xe0) === 0xc0) return 2;
  if ((byte & 0xf0) === 0xe0) return 3;
  return (byte & 0xf8) === 0xf0 ? 4 : 0;
};

const LEAST = [0, 0, 0x80, 0x800, 0x10000];

const characterAt = (bytes: ArrayLike<number>, at: number): readonly [code: number, width: number] => {
  const first = bytes[at] ?? 0;
  const width = utf8Width(first);
  if (width === 1) return [first, 1];
  let code = first & (0x7f >> width);
  for (let index = 1; index < width; index++) {
    const byte = bytes[at + index];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return [0xfffd, 1];
    code = (code << 6) | (byte & 0x3f);
  }
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return width === 0 || code < (LEAST[width] ?? 0) || code > 0x10ffff || isHalf ? [0xfffd, 1] : [code, width];
};

/** Text of bytes as Go reads it: U+FFFD for every byte that is in no character. */
export const decodeUtf8 = (bytes: ArrayLike<number>): string => {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const [code, width] = characterAt(bytes, at);
    text += String.fromCodePoint(code);
    at += width;
  }
  return text;
};

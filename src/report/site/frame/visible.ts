const LAYOUT = '\t\n\r';

/** Control characters as signs for them, `␛`: a browser shows nothing in their place, or something else. */
export const visible = (text: string): string =>
  text.replace(/\p{Cc}/gu, (character) => {
    if (LAYOUT.includes(character)) return character;
    const code = character.charCodeAt(0);
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });

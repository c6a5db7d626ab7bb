/** All but tabs and ends of lines. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

/** Control characters as signs for them, `␛`: a browser shows nothing in their place, or something else. */
export const visible = (text: string): string =>
  text.replace(CONTROL, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });

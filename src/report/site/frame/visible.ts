/** All but tabs and ends of lines. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

/** Control characters as texts write them, `\x1b`: a browser shows nothing in their place, or something else. */
export const visible = (text: string): string =>
  text.replace(CONTROL, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

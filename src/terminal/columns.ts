import stringWidth from 'string-width';

/** How many columns of a terminal a text takes: Korean letters take two, combining marks and colours none. */
export const columnsOf = (text: string): number => stringWidth(text);

/** Fills a text up with spaces, to so many columns. */
export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

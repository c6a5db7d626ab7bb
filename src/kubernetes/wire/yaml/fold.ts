/** What becomes of line breaks within a scalar: one is a blank, of several the first is dropped. */
export const foldBreaks = (first: string, rest: string): string => {
  if (first !== '\n') return first + rest;
  return rest === '' ? ' ' : rest;
};

/** Stands before a number that is written as it is. It is in no text: JSON escapes it. */
const EXACT = '\u007f\u0001';

const QUOTED = /"\u007f\\u0001(-?\d+)"/g;

const marked = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${EXACT}${value}` : value;

/**
 * Writes a value as JSON: a whole number that is a `bigint`, because a `number` would round it, like any other.
 * @param indent blanks to a level; none for one line
 */
export const writeJson = (value: unknown, indent?: number): string => {
  try {
    return JSON.stringify(value, null, indent);
  } catch (error) {
    // A `bigint` is the only value of the API that JSON.stringify refuses.
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(value, marked, indent).replace(QUOTED, '$1');
  }
};

/** The largest and the smallest whole number of 64 bits, with and without a sign. */
export const MOST_INT64 = 2n ** 63n - 1n;
export const LEAST_INT64 = -(2n ** 63n);
const MOST_UINT64 = 2n ** 64n - 1n;

const INTEGER = /^([-+]?)(?:0[bB]([01]+)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;

const magnitude = (match: RegExpExecArray): bigint => {
  const [, , binary, hex, octal, decimal] = match;
  if (binary) return BigInt(`0b${binary}`);
  if (hex) return BigInt(`0x${hex}`);
  return octal ? BigInt(`0o${octal}`) : BigInt(decimal ?? '0');
};

/**
 * A whole number as a value of the API: a `bigint` only where a `number` would not print the same digits, or where Go
 * needs a type without a sign.
 * @returns undefined if it has more than 64 bits
 */
export const asInteger = (value: bigint): number | bigint | undefined => {
  if (value < LEAST_INT64 || value > MOST_UINT64) return undefined;
  const rounded = Number(value);
  return value <= MOST_INT64 && String(rounded) === String(value) ? rounded : value;
};

/**
 * A whole number as Go reads it: decimal, `0644` and `0o644` in octal, `0x1F`, `0b11`.
 * @returns undefined for all other text, and for numbers of more than 64 bits
 * @see strconv.ParseInt with base 0
 */
export const readInteger = (text: string): number | bigint | undefined => {
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const [, sign, , , , decimal] = match;
  if (decimal !== undefined && decimal.length < 16) return Number(text) + 0;
  const value = magnitude(match);
  if (sign === '+' && value > MOST_INT64) return undefined;
  return asInteger(sign === '-' ? -value : value);
};

/** The value of the API that Go makes of a whole number in JSON: more than 63 bits are rounded. */
export const asJsonNumber = (value: number | bigint): number | bigint =>
  typeof value === 'bigint' && (value > MOST_INT64 || value < LEAST_INT64) ? Number(value) : value;

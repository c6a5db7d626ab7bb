/** A quantity to the last digit, in thousand-millionths (the finest the API keeps), and how it was written. */
export interface ExactQuantity {
  readonly nano: bigint;
  readonly format: 'decimal' | 'binary' | 'exponent';
}

const WRONG_FORMAT =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const WRONG_SUFFIX = "unable to parse quantity's suffix";
const WRONG_NUMBER = 'unable to parse numeric part of quantity';

const NANO = 1_000_000_000n;
const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
const DECIMAL: readonly (readonly [suffix: string, exponent: number])[] = [
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** The API cuts quantities at the largest 64-bit integer. */
const MOST = (2n ** 63n - 1n) * NANO;

const exponentOf = (suffix: string): number | undefined => {
  const decimal = DECIMAL.find(([name]) => name === suffix);
  if (decimal) return decimal[1];
  const match = /^[eE]([+-]?\d+)$/.exec(suffix);
  return match ? Number(match[1]) : undefined;
};

/** Divides and rounds away from zero, as the API does with digits it cannot keep. */
const divideUp = (value: bigint, divisor: bigint): bigint => {
  const quotient = value / divisor;
  const rest = value % divisor;
  if (rest === 0n) return quotient;
  return rest > 0n ? quotient + 1n : quotient - 1n;
};

/**
 * Reads a quantity exactly.
 * @returns the API server's sentence if the text is no quantity.
 * @see k8s.io/apimachinery/pkg/api/resource ParseQuantity
 */
export const readQuantity = (text: string): ExactQuantity | string => {
  const match = text === '' ? null : SHAPE.exec(text);
  if (!match) return WRONG_FORMAT;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  const digits = BigInt(`${whole}${fraction}` || '0') * (sign === '-' ? -1n : 1n);
  const binary = BINARY.indexOf(suffix, 1);
  let nano: bigint;
  if (binary > 0) nano = divideUp(digits * 1024n ** BigInt(binary) * NANO, 10n ** BigInt(fraction.length));
  else {
    const exponent = exponentOf(suffix);
    if (exponent === undefined) return WRONG_SUFFIX;
    if (Math.abs(exponent) > 1000) return WRONG_NUMBER;
    const shift = exponent + 9 - fraction.length;
    nano = shift >= 0 ? digits * 10n ** BigInt(shift) : divideUp(digits, 10n ** BigInt(-shift));
  }
  if (nano > MOST) nano = MOST;
  if (nano < -MOST) nano = -MOST;
  const written = binary > 0 ? 'binary' : /^[eE]/.test(suffix) && suffix !== 'E' ? 'exponent' : 'decimal';
  return { nano, format: written };
};

/** Writes a quantity the one way the API stores it: `0.5` is `500m`, `1024Mi` is `1Gi`, `1000` is `1k`. */
export const writeQuantity = ({ nano, format }: ExactQuantity): string => {
  if (nano === 0n) return '0';
  const magnitude = nano < 0n ? -nano : nano;
  if (format === 'binary' && magnitude % NANO === 0n && magnitude >= 1024n * NANO) {
    let value = nano / NANO;
    let power = 0;
    while (value % 1024n === 0n && power < BINARY.length - 1) {
      value /= 1024n;
      power += 1;
    }
    return `${value}${BINARY[power]}`;
  }
  let value = nano;
  let exponent = -9;
  while (value % 1000n === 0n && exponent < 18) {
    value /= 1000n;
    exponent += 3;
  }
  if (format === 'exponent') return exponent === 0 ? `${value}` : `${value}e${exponent}`;
  return `${value}${DECIMAL.find(([, each]) => each === exponent)?.[0] ?? ''}`;
};

const memo = new Map<string, ExactQuantity>();

/** A quantity that is known to be well formed. Anything else counts as zero. */
export const exactly = (quantity: string | number): ExactQuantity => {
  const text = String(quantity);
  let value = memo.get(text);
  if (value === undefined) {
    const read = readQuantity(text);
    value = typeof read === 'string' ? { nano: 0n, format: 'decimal' } : read;
    if (memo.size > 10_000) memo.clear();
    memo.set(text, value);
  }
  return value;
};

/** The form of a well-formed quantity that the API stores and prints. */
export const canonicalQuantity = (quantity: string | number): string => writeQuantity(exactly(quantity));

/** Rounds up to thousandths, as resource lists are stored. */
export const roundedToMilli = (quantity: string | number): string => {
  const { nano, format } = exactly(quantity);
  return writeQuantity({ nano: divideUp(nano, 1_000_000n) * 1_000_000n, format });
};

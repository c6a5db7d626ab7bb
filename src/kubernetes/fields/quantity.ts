const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const PATTERN = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
const memo = new Map<string, number>();

/**
 * The number a quantity stands for: `500m` is 0.5, `1Gi` is 1073741824, `2e3` is 2000.
 * @returns NaN for text that is no quantity.
 * @see k8s.io/apimachinery/pkg/api/resource
 */
export const parseQuantity = (quantity: string | number): number => {
  if (typeof quantity === 'number') return quantity;
  const known = memo.get(quantity);
  if (known !== undefined) return known;
  const match = PATTERN.exec(quantity);
  const value = match
    ? Number(`${match[1]}${match[2] ?? ''}`) * (SUFFIXES[match[3] ?? ''] ?? Number.NaN)
    : Number.NaN;
  if (memo.size > 10_000) memo.clear();
  memo.set(quantity, value);
  return value;
};

/** Thousandths of a quantity as an integer, rounded up: the unit the scheduler counts cpu in. */
export const toMilli = (quantity: string | number): number =>
  Math.ceil(parseQuantity(quantity) * 1000 - 1e-9);

/** From this power of ten on, Go prints an exponent. */
const LEAST_EXPONENT = 6;

/** The fewest digits that stand for a number of 32 bits, as `1.5e+0`. */
const shortest32 = (value: number): string => {
  const rounded = Math.fround(value);
  for (let digits = 0; digits < 9; digits++) {
    const text = rounded.toExponential(digits);
    if (Math.fround(Number(text)) === rounded) return text;
  }
  return rounded.toExponential();
};

/**
 * A number as Go's `%v` prints it: `1.5`, `1e+06`, `+Inf`.
 * @see strconv.FormatFloat with format g and as few digits as possible
 */
export const goFloat = (value: number, bits: 32 | 64): string => {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const text = bits === 32 ? shortest32(value) : value.toExponential();
  const [mantissa = '', exponent = '0'] = text.split('e');
  const power = Number(exponent);
  if (power >= -4 && power < LEAST_EXPONENT) return String(Number(text));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
};

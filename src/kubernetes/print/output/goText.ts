/** A number as Go prints it: `1.5`, and `1.2345675e+06` for fractions beyond a million or below a ten-thousandth. */
const goNumber = (value: number): string => {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  const scientific = value.toExponential();
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  if (exponent >= -4 && exponent < 6) return String(value);
  return scientific.replace(/e([+-])(\d)$/, 'e$10$2');
};

/** A value as Go prints it: `[a b]`, `map[app:log-agent]`, `<nil>`. */
export const goText = (value: unknown): string => {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (typeof value === 'number') return goNumber(value);
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${goText(inner)}`);
  return `map[${pairs.join(' ')}]`;
};

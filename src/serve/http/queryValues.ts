import { quoted } from '../../kubernetes/fields/text';
import { badRequest } from '../../kubernetes/refusals';

/*
 * Values of a query string, as the API server reads them.
 * @see staging/src/k8s.io/apimachinery/pkg/runtime/conversion.go
 */

/** Only its absence, `false` and `0` are no: `watch`, `watch=1` and `watch=yes` are yes. */
export const flagIn = (query: URLSearchParams, name: string): boolean => {
  const value = query.get(name);
  return value !== null && value !== '0' && value.toLowerCase() !== 'false';
};

const RANGE = 2n ** 63n;

/**
 * A whole number, if there is one. What is too large for a `number` to be exact is close enough here.
 * @throws ApiError 400
 */
export const numberIn = (query: URLSearchParams, name: string): number | undefined => {
  const value = query.get(name);
  if (value === null) return undefined;
  const isNumber = /^[+-]?\d+$/.test(value);
  const whole = isNumber ? BigInt(value) : 0n;
  if (isNumber && whole < RANGE && whole >= -RANGE) return Number(whole);
  const why = isNumber ? 'value out of range' : 'invalid syntax';
  throw badRequest(`strconv.ParseInt: parsing ${quoted(value)}: ${why}`);
};

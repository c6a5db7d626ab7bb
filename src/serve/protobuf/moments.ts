import { ProtobufProblem } from './problem';

/** The moment that Go's clock is at when nobody set it: the first of the year 1. It counts as none. */
const FIRST = -62_135_596_800;
/** The last second that a Date can be. */
const LAST = 8_640_000_000_000;

/**
 * A moment as the API writes it, in RFC 3339.
 * @param micros microseconds of the second that has begun; undefined for a time in whole seconds
 * @returns null for the moment that counts as none
 * @throws ProtobufProblem for one before it, or in years that have six digits
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 Time.MarshalJSON, MicroTime.MarshalJSON
 */
export const writeMoment = (seconds: number, micros?: number): string | null => {
  const whole = seconds + Math.floor((micros ?? 0) / 1e6);
  const fraction = (micros ?? 0) - Math.floor((micros ?? 0) / 1e6) * 1e6;
  if (whole === FIRST && fraction === 0) return null;
  if (!(whole >= FIRST && whole <= LAST))
    throw new ProtobufProblem('Time.MarshalJSON: year outside of range [0,9999]');
  // Later years have a sign and a zero before them in JavaScript, but not in Go.
  const text = new Date(whole * 1000)
    .toISOString()
    .replace(/^[+]0*/, '')
    .slice(0, -'.000Z'.length);
  return micros === undefined ? `${text}Z` : `${text}.${String(fraction).padStart(6, '0')}Z`;
};

const FRACTION = /[.,](\d+)/;

/** The inverse of writeMoment. @returns undefined for what is no moment */
export const readMoment = (
  text: string,
  withMicroseconds: boolean,
): { readonly seconds: number; readonly nanos: number } | undefined => {
  const ms = Date.parse(text.replace(FRACTION, ''));
  if (Number.isNaN(ms)) return undefined;
  const micros = withMicroseconds ? (FRACTION.exec(text)?.[1] ?? '').slice(0, 6).padEnd(6, '0') : '0';
  return { seconds: ms / 1000, nanos: Number(micros) * 1000 };
};

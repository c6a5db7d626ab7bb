import { ProtobufProblem } from './problem';

/** The moment that Go's clock is at when nobody set it: the first of the year 1. It counts as none. */
const FIRST = -62_135_596_800;
const LAST = 253_402_300_799;

/**
 * A moment as the API writes it, in RFC 3339.
 * @param nanos of the second that has begun; microseconds of them are kept, or nothing
 * @returns null for the moment that counts as none
 * @throws ProtobufProblem for years that have no four digits
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 Time.MarshalJSON, MicroTime.MarshalJSON
 */
export const writeMoment = (seconds: number, nanos: number, withMicroseconds: boolean): string | null => {
  const whole = seconds + (withMicroseconds ? Math.floor(nanos / 1e9) : 0);
  const micros = withMicroseconds ? Math.trunc((nanos - Math.floor(nanos / 1e9) * 1e9) / 1000) : 0;
  if (whole === FIRST && micros === 0) return null;
  if (!(whole >= FIRST && whole <= LAST))
    throw new ProtobufProblem('Time.MarshalJSON: year outside of range [0,9999]');
  const text = new Date(whole * 1000).toISOString().slice(0, 19);
  return withMicroseconds ? `${text}.${String(micros).padStart(6, '0')}Z` : `${text}Z`;
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

/** How many milliseconds the units of Go's durations have. */
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

const PART = /(\d+(?:\.\d+)?)(ms|s|m|h)/g;

/** The pattern of a duration as it is written: `30s`, `1m30s`, `500ms`. */
export const DURATION = '^(\\d+(\\.\\d+)?(ms|s|m|h))+$';

/**
 * The milliseconds, rounded, of a duration that fits the pattern.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export const millisecondsOf = (duration: string): number =>
  Math.round(
    [...duration.matchAll(PART)].reduce(
      (sum, [, amount = '0', unit = '']) => sum + Number(amount) * (UNITS[unit] ?? 0),
      0,
    ),
  );

/** So many milliseconds as Go prints them: `30s`, `1m30s`, `1h0m0s`, `250ms`. */
export const durationOf = (ms: number): string => {
  if (ms > 0 && ms < 1000) return `${ms}ms`;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = `${(ms % 60_000) / 1000}s`;
  if (hours > 0) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${minutes}m${seconds}` : seconds;
};

import { fromTimestamp } from '../fields/time';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const inUnits = (
  duration: number,
  big: number,
  bigName: string,
  small: number,
  smallName: string,
): string => {
  const rest = Math.floor((duration % big) / small);
  const whole = `${Math.floor(duration / big)}${bigName}`;
  return rest === 0 ? whole : `${whole}${rest}${smallName}`;
};

/**
 * A duration (ms) in at most two units, coarser the longer it is: `95s`, `2m17s`, `13m`, `5h2m`, `12h`, `3d4h`, `20d`.
 * @see k8s.io/apimachinery/pkg/util/duration HumanDuration
 */
export const humanDuration = (duration: number): string => {
  if (duration < -SECOND) return '<invalid>';
  if (duration < 0) return '0s';
  if (duration < 2 * MINUTE) return `${Math.floor(duration / SECOND)}s`;
  if (duration < 10 * MINUTE) return inUnits(duration, MINUTE, 'm', SECOND, 's');
  if (duration < 3 * HOUR) return `${Math.floor(duration / MINUTE)}m`;
  if (duration < 8 * HOUR) return inUnits(duration, HOUR, 'h', MINUTE, 'm');
  if (duration < 2 * DAY) return `${Math.floor(duration / HOUR)}h`;
  if (duration < 8 * DAY) return inUnits(duration, DAY, 'd', HOUR, 'h');
  if (duration < 2 * YEAR) return `${Math.floor(duration / DAY)}d`;
  if (duration < 8 * YEAR) return inUnits(duration, YEAR, 'y', DAY, 'd');
  return `${Math.floor(duration / YEAR)}y`;
};

/** How long ago a timestamp was, as the AGE column shows it. `now` is model time in ms. */
export const age = (timestamp: string | undefined, now: number): string =>
  timestamp ? humanDuration(now - fromTimestamp(timestamp)) : '<unknown>';

/** A timestamp as `kubectl describe` shows it: `Mon, 23 Nov 2026 21:37:22 +0000`. */
export const longDate = (timestamp: string): string =>
  new Date(timestamp).toUTCString().replace('GMT', '+0000');

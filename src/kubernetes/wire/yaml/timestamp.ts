const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(.*)$/;
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(.*)$/;
const ZONE = /^(?:Z|[-+](\d\d):(\d\d))$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
};

/**
 * Whether a text is a date, or a date and a time, as YAML may write one.
 * @see vendor/go.yaml.in/yaml/v2/resolve.go parseTimestamp
 */
export const isTimestamp = (text: string): boolean => {
  const [, year, month, day, rest = ''] = DATE.exec(text) ?? [];
  if (Number(day) < 1 || !(Number(day) <= daysIn(Number(year), Number(month)))) return false;
  if (rest === '') return true;
  const [, hour, minute, second, zone = ''] = TIME.exec(rest.slice(1)) ?? [];
  if (!(Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60)) return false;
  if (rest.startsWith(' ')) return zone === '';
  const [isZone, hours = 0, minutes = 0] = ZONE.exec(zone) ?? [];
  return /^[Tt]/.test(rest) && isZone !== undefined && Number(hours) <= 24 && Number(minutes) < 60;
};

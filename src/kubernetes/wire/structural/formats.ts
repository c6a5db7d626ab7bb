import { versionOfAddress } from '../../fields/validation/ipSyntax';
import { firstIllegal } from '../schema/base64';

type Check = (text: string) => boolean;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDate: Check = (text) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29) return isLeap;
  return month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0);
};

const isTimeOfDay: Check = (text) => {
  const match = /^(\d{2}):(\d{2}):(\d{2})(.\d+)?(z|[+-]\d{2}:\d{2})$/.exec(text);
  return match !== null && Number(match[1]) <= 23 && Number(match[2]) <= 59 && Number(match[3]) <= 59;
};

const isDateTime: Check = (text) => {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  return isDate(date) && isTimeOfDay(time);
};

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** Formats that are checked, by their names without dashes. All others take any text here. */
const FORMATS: Readonly<Record<string, Check>> = {
  byte: (text) => firstIllegal(text) === undefined,
  date: isDate,
  datetime: isDateTime,
  ipv4: (text) => versionOfAddress(text) === 4,
  ipv6: (text) => versionOfAddress(text) === 6,
  uuid: (text) => UUID.test(text),
};

/** Formats of text that the API server knows, without dashes. It passes over all others. */
const KNOWN = new Set([
  ...Object.keys(FORMATS),
  'bsonobjectid',
  'cidr',
  'creditcard',
  'duration',
  'email',
  'hexcolor',
  'hostname',
  'isbn',
  'isbn10',
  'isbn13',
  'k8slongname',
  'k8sshortname',
  'mac',
  'password',
  'rgbcolor',
  'ssn',
  'uri',
  'uuid3',
  'uuid4',
  'uuid5',
]);

const OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/** The format of a schema, unless it is none that the API server knows for its type. */
export const knownFormat = (type: string | undefined, format: string | undefined): string | undefined => {
  if (format === undefined || format === '') return undefined;
  const known =
    type === undefined || type === '' || type === 'string'
      ? KNOWN.has(format.replaceAll('-', ''))
      : (OF_TYPES[type] ?? []).includes(format);
  return known ? format : undefined;
};

/** Whether a text is of a format. Of formats that are hard to tell, all are. */
export const isOfFormat = (text: string, format: string): boolean =>
  FORMATS[format.replaceAll('-', '')]?.(text) ?? true;

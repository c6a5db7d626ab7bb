import { readInteger } from '../integers';
import { YamlProblem } from './problem';
import { isTimestamp } from './timestamp';

/** What a scalar is. */
export type Scalar =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'timestamp' | 'str' | 'other'; readonly value: string };

const LONG = 'tag:yaml.org,2002:';

const words = (value: boolean | null | number, type: 'bool' | 'null' | 'float', list: string) =>
  list.split(' ').map((word) => [word, { type, value } as Scalar] as const);

const WORDS = new Map<string, Scalar>([
  ...words(true, 'bool', 'y Y yes Yes YES true True TRUE on On ON'),
  ...words(false, 'bool', 'n N no No NO false False FALSE off Off OFF'),
  ...words(null, 'null', ' ~ null Null NULL'),
  ...words(Number.NaN, 'float', '.nan .NaN .NAN'),
  ...words(Number.POSITIVE_INFINITY, 'float', '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...words(Number.NEGATIVE_INFINITY, 'float', '-.inf -.Inf -.INF'),
]);

const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/** Where a number begins with its point, `_` may stand only between digits. */
const FRACTION = /^\.\d+(_\d+)*([eE][-+]?\d+(_\d+)*)?$/;

/** A number beyond all bounds is text. */
const readFloat = (text: string): Scalar | undefined => {
  if (!FLOAT.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? { type: 'float', value } : undefined;
};

const readNumber = (text: string): Scalar | undefined => {
  const plain = text.replaceAll('_', '');
  const value = readInteger(plain);
  return value === undefined ? readFloat(plain) : { type: 'int', value };
};

/** Whether a text could be anything else than text, by its first character. */
const MAY_BE_MORE = /^(?:$|[-+0-9yYnNtTfFoO~.])/;

/** What a text without quotes is. @param tag a tag that asks for a type, or '' */
const guess = (text: string, tag: string): Scalar => {
  const str = { type: 'str', value: text } as const;
  if (!MAY_BE_MORE.test(text)) return str;
  const word = WORDS.get(text);
  if (word) return word;
  if (text.startsWith('.')) return (FRACTION.test(text) && readFloat(text.replaceAll('_', ''))) || str;
  if (!/^[-+0-9]/.test(text)) return str;
  if ((tag === '' || tag === 'timestamp') && isTimestamp(text)) return { type: 'timestamp', value: text };
  return readNumber(text) ?? str;
};

const RESOLVABLE = new Set(['str', 'bool', 'int', 'float', 'null', 'timestamp']);

/**
 * What a scalar stands for, by the rules of YAML 1.1 as kubectl's library has them: `yes` and `on` are true, `0644` is
 * octal, times and dates are text.
 *
 * @param tag the whole tag, or '' for a text without quotes. Tags that the library does not know make it text.
 * @throws YamlProblem for a text that cannot be what the tag says
 * @see vendor/go.yaml.in/yaml/v2/resolve.go resolve
 */
export const resolve = (tag: string, text: string): Scalar => {
  if (tag === '') return guess(text, '');
  const short = tag.startsWith(LONG) ? tag.slice(LONG.length) : undefined;
  if (short === undefined || !RESOLVABLE.has(short)) return { type: 'other', value: text };
  if (short === 'str') return { type: 'str', value: text };
  const found = guess(text, short);
  if (found.type === short) return found;
  if (short === 'float' && found.type === 'int' && isInt64(found.value))
    return { type: 'float', value: Number(found.value) };
  throw new YamlProblem(`cannot decode !!${found.type} \`${text}\` as a !!${short}`);
};

const isInt64 = (value: number | bigint): boolean => value < 2n ** 63n;

/** The tag of bytes in base64. */
export const BINARY = `${LONG}binary`;
/** The tag that says that a key takes in other maps. */
export const MERGE = `${LONG}merge`;

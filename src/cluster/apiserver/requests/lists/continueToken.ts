import { badRequest } from '../../../../kubernetes/refusals';
import { parseJson } from '../../../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../../../kubernetes/wire/json/problem';
import { encodeText } from '../../../../kubernetes/wire/schema/base64';

/** Where a list goes on. */
export interface Continuation {
  /** The revision that the list is of; undefined for the present one, though the pages before were of another. */
  readonly revision: number | undefined;
  /** The first key that may come, below the place that is listed: `agent-1\0` or `shop/agent-1\0`. */
  readonly start: string;
}

const VERSION = 'meta.k8s.io/v1';
const NOT_VALID = 'continue key is not valid';
const OF_VERSION = `(version ${VERSION})`;

const refuse = (why: string): never => {
  throw badRequest(`invalid continue token: ${why}`);
};

/** Writes a token, which clients only hand back. @see k8s.io/apiserver/pkg/storage EncodeContinue */
export const encodeContinue = ({ revision = -1, start }: Continuation): string =>
  encodeText(JSON.stringify({ v: VERSION, rv: revision, start: `/${start}` }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const decoded = (token: string): string => {
  const wrong = /[^\w-]/.exec(token)?.index ?? (token.length % 4 === 1 ? token.length - 1 : undefined);
  if (wrong !== undefined) return refuse(`${NOT_VALID}: illegal base64 data at input byte ${wrong}`);
  const bytes = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
};

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return refuse(
      `${NOT_VALID}: ${error.message.replace(/^unexpected EOF$/, 'unexpected end of JSON input')}`,
    );
  }
  if (value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  return refuse(
    `${NOT_VALID}: json: cannot unmarshal ${goKind(value)} into Go value of type storage.continueToken`,
  );
};

const goKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

const fieldOf = <T>(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  isIt: (value: unknown) => value is T,
  goType: string,
  none: T,
): T => {
  const value = fields[name] ?? none;
  if (isIt(value)) return value;
  return refuse(
    `${NOT_VALID}: json: cannot unmarshal ${goKind(value)} into Go struct field continueToken.${name} of type ${goType}`,
  );
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** A path that goes nowhere but down. */
const isClean = (path: string): boolean =>
  path === '/' ||
  path
    .slice(1)
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..');

/**
 * Reads a token.
 * @throws ApiError 400
 * @see k8s.io/apiserver/pkg/storage DecodeContinue
 */
export const decodeContinue = (token: string): Continuation => {
  const fields = parsed(decoded(token));
  const version = fieldOf(fields, 'v', isText, 'string', '');
  const revision = fieldOf(fields, 'rv', isWhole, 'int64', 0);
  const start = fieldOf(fields, 'start', isText, 'string', '');
  if (version !== VERSION)
    return refuse(`${NOT_VALID}: server does not recognize this encoded version ${version}`);
  if (revision === 0) return refuse(`${NOT_VALID}: incorrect encoded start resourceVersion ${OF_VERSION}`);
  if (start === '') return refuse(`${NOT_VALID}: encoded start key empty ${OF_VERSION}`);
  const key = start.startsWith('/') ? start : `/${start}`;
  if (!isClean(key)) return refuse(`${NOT_VALID}: ${start}`);
  return { revision: revision > 0 ? revision : undefined, start: key.slice(1) };
};

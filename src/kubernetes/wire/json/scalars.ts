import { asInteger, asJsonNumber } from '../integers';
import { unexpected } from './problem';

/** A value, and where it ends. */
interface Read<T> {
  readonly value: T;
  readonly end: number;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const ESCAPED = /["\\/bfnrt]/;
const HEX = /[0-9a-fA-F]/;

/** Passes over `\n` or `\u00e9`. @returns where it ends */
const skipEscape = (text: string, backslash: number): number => {
  const at = backslash + 1;
  const name = text.charAt(at);
  if (ESCAPED.test(name)) return at + 1;
  if (name !== 'u') throw unexpected(text, at, 'in string escape code');
  for (let digit = at + 1; digit < at + 5; digit++)
    if (!HEX.test(text.charAt(digit))) throw unexpected(text, digit, 'in \\u hexadecimal character escape');
  return at + 5;
};

/** Half a character is none. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Reads the string that begins at a quote. @throws JsonSyntaxError */
export const readString = (text: string, quote: number): Read<string> => {
  let at = quote + 1;
  let hasEscapes = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) break;
    if (code === 0x5c) {
      hasEscapes = true;
      at = skipEscape(text, at);
    } else if (code >= 0x20) at++;
    else throw unexpected(text, at, 'in string literal');
  }
  const end = at + 1;
  if (!hasEscapes) return { value: text.slice(quote + 1, at), end };
  return { value: wellFormed(JSON.parse(text.slice(quote, end)) as string), end };
};

const skipDigits = (text: string, start: number, where: string): number => {
  if (!isDigit(text.charCodeAt(start))) throw unexpected(text, start, where);
  let at = start + 1;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
};

/** Where a number ends. */
const endOfNumber = (text: string, start: number): number => {
  const first = text.charAt(start) === '-' ? start + 1 : start;
  let at = text.charAt(first) === '0' ? first + 1 : skipDigits(text, first, 'in numeric literal');
  if (text.charAt(at) === '.') at = skipDigits(text, at + 1, 'after decimal point in numeric literal');
  if (!/[eE]/.test(text.charAt(at))) return at;
  const exponent = /[-+]/.test(text.charAt(at + 1)) ? at + 2 : at + 1;
  return skipDigits(text, exponent, 'in exponent of numeric literal');
};

/** Reads a number: exactly if it is a whole one of up to 63 bits. @throws JsonSyntaxError */
export const readNumber = (text: string, start: number): Read<number | bigint> => {
  const end = endOfNumber(text, start);
  const written = text.slice(start, end);
  const value = Number(written);
  if (Number.isSafeInteger(value) || /[.eE]/.test(written)) return { value: value === 0 ? 0 : value, end };
  const exact = asInteger(BigInt(written));
  return { value: exact === undefined ? value : asJsonNumber(exact), end };
};

import type { Format } from './formats';
import { versionOfAddress } from './ipSyntax';

const NO_ADDRESS = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const NO_RANGE = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

/** An address that could be read. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
  /** Some libraries read `010` as eight. */
  readonly leadingZeroes: boolean;
  /** An IPv4 address in IPv6 clothes: `::ffff:10.9.8.7`. */
  readonly mapped: boolean;
}

const PADDED = /(^|[:.])0+(?=\d+(?:\.|$))/g;
const MAPPED = 0xffffn;

const inParts = (parts: readonly number[], size: number): bigint =>
  parts.reduce((value, part) => (value << BigInt(size)) | BigInt(part), 0n);

const octets = (text: string): readonly number[] => text.split('.').map(Number);

const valueOf6 = (text: string): bigint => {
  const hexadecimal = text.replace(/\d+\.\d+\.\d+\.\d+$/, (tail) => {
    const value = inParts(octets(tail), 8);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [before = [], after] = hexadecimal
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16))));
  const missing = after === undefined ? 0 : 8 - before.length - after.length;
  return inParts([...before, ...Array<number>(missing).fill(0), ...(after ?? [])], 16);
};

/** Reads an address, with leading zeroes in IPv4 octets if need be. */
export const readAddress = (text: string): Address | undefined => {
  if (text.includes('%')) return undefined;
  const bare = versionOfAddress(text) === undefined && text.includes('.') ? text.replace(PADDED, '$1') : text;
  const version = versionOfAddress(bare);
  if (version === undefined) return undefined;
  const value = version === 4 ? inParts(octets(bare), 8) : valueOf6(bare);
  return {
    bits: version === 4 ? 32 : 128,
    value,
    leadingZeroes: bare !== text,
    mapped: version === 6 && value >> 32n === MAPPED,
  };
};

/** An IP address that every library reads the same way. */
export const ipAddress: Format = (text) => {
  const address = readAddress(text);
  if (!address) return [NO_ADDRESS];
  if (address.leadingZeroes) return ['must not have leading 0s'];
  return address.mapped ? ['must not be an IPv4-mapped IPv6 address'] : [];
};

/** A range of IP addresses, `10.9.8.0/24`: no bits set past its length. */
export const ipRange: Format = (text) => {
  const [start = '', length = '', ...more] = text.split('/');
  const address = more.length === 0 && /^\d{1,9}$/.test(length) ? readAddress(start) : undefined;
  if (!address || Number(length) > address.bits) return [NO_RANGE];
  if (address.leadingZeroes || /^0\d/.test(length))
    return ['must not have leading 0s in IP or prefix length'];
  if (address.mapped) return ['must not have an IPv4-mapped IPv6 address'];
  const past = (1n << BigInt(address.bits - Number(length))) - 1n;
  return (address.value & past) === 0n ? [] : ['must not have bits set beyond the prefix length'];
};

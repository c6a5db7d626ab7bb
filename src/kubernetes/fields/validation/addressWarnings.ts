import { type Address, readAddress } from './addresses';

const inOctets = (value: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');

/** The longest run of zeroes among the groups of an IPv6 address, the first of several: where it is, and how long. */
const longestRun = (groups: readonly string[]): readonly [start: number, length: number] => {
  let best: readonly [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best[1]) best = [start, length];
  }
  return best;
};

/** The one way RFC 5952 writes an IPv6 address. */
const canonical6 = (value: bigint): string => {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  );
  const [start, length] = longestRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
};

const canonical = ({ bits, value, mapped }: Address): string =>
  bits === 32 || mapped ? inOctets(value & 0xffffffffn) : canonical6(value);

/**
 * What is to be said of an address that is taken though others may read it otherwise, or write it otherwise.
 * @see staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go GetWarningsForIP
 */
export const addressWarnings = (text: string | undefined, at: string): string[] => {
  const address = text === undefined ? undefined : readAddress(text);
  if (!address) return [];
  const better = canonical(address);
  if (address.leadingZeroes || address.mapped) {
    return [`${at}: non-standard IP address "${text}" is invalid: use "${better}"`];
  }
  return address.bits === 128 && better !== text
    ? [`${at}: IPv6 address "${text}" should be in RFC 5952 canonical format ("${better}")`]
    : [];
};

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const GROUP = /^[\da-f]{1,4}$/i;

/** Groups of 16 bits in one side of an IPv6 address; undefined if something else stands among them. */
const groupsIn = (side: string, mayEndInIpv4: boolean): number | undefined => {
  if (side === '') return 0;
  const parts = side.split(':');
  const tail = mayEndInIpv4 && IPV4.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  return parts.every((part) => GROUP.test(part)) ? parts.length + (tail === undefined ? 0 : 2) : undefined;
};

const isIpv6 = (text: string): boolean => {
  const [before = '', after, ...more] = text.split('::');
  if (more.length > 0) return false;
  const first = groupsIn(before, after === undefined);
  const rest = after === undefined ? 0 : groupsIn(after, true);
  if (first === undefined || rest === undefined) return false;
  return after === undefined ? first === 8 : first + rest < 8;
};

/** Which kind of IP address a text spells, without a zone: 4, 6, or undefined for none. */
export const versionOfAddress = (text: string): 4 | 6 | undefined => {
  if (IPV4.test(text)) return 4;
  return isIpv6(text) ? 6 : undefined;
};

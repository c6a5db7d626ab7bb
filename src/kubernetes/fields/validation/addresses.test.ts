import { expect } from 'chai';
import { ipAddress, ipRange } from './addresses';

const NO_ADDRESS = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const NO_RANGE = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

describe('ipAddress', () => {
  for (const [text, ...problems] of [
    ['10.9.8.7'],
    ['0.0.0.0'],
    ['2001:DB8::ffff'],
    ['::'],
    ['64:ff9b::10.9.8.7'],
    ['010.9.8.7', 'must not have leading 0s'],
    ['10.9.8.00', 'must not have leading 0s'],
    ['::ffff:10.9.8.7', 'must not be an IPv4-mapped IPv6 address'],
    ['0:0:0:0:0:FFFF:a09:807', 'must not be an IPv4-mapped IPv6 address'],
    ['', NO_ADDRESS],
    ['10.9.8', NO_ADDRESS],
    ['10.9.8.256', NO_ADDRESS],
    ['fe80::1%eth0', NO_ADDRESS],
    ['node-1', NO_ADDRESS],
  ] as const) {
    it(`says of ${JSON.stringify(text)} ${problems.join() || 'nothing'}`, () =>
      expect(ipAddress(text)).to.deep.equal(problems));
  }
});

describe('ipRange', () => {
  for (const [text, ...problems] of [
    ['10.9.8.0/24'],
    ['10.9.8.7/32'],
    ['0.0.0.0/0'],
    ['2001:db8::/64'],
    ['10.9.8.7/24', 'must not have bits set beyond the prefix length'],
    ['2001:db8::1/64', 'must not have bits set beyond the prefix length'],
    ['010.9.8.0/24', 'must not have leading 0s in IP or prefix length'],
    ['10.9.8.0/024', 'must not have leading 0s in IP or prefix length'],
    ['::ffff:10.9.8.0/120', 'must not have an IPv4-mapped IPv6 address'],
    ['10.9.8.0', NO_RANGE],
    ['10.9.8.0/33', NO_RANGE],
    ['10.9.8.0/24/1', NO_RANGE],
  ] as const) {
    it(`says of ${JSON.stringify(text)} ${problems.join() || 'nothing'}`, () =>
      expect(ipRange(text)).to.deep.equal(problems));
  }
});

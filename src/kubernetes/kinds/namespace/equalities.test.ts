import { expect } from 'chai';
import { ApiError } from '../../refusals';
import { parseEqualities } from './equalities';

describe("a project's node selector, as it is merged into pods", () => {
  it('is made of equalities, with blanks and empty values', () => {
    expect(parseEqualities(' a=1 , b = ,example.com/c=3')).to.deep.equal({
      a: '1',
      b: '',
      'example.com/c': '3',
    });
    expect(parseEqualities('')).to.deep.equal({});
  });

  const faults = {
    'zone in (east,west)': "unable to parse requirement: found 'in', expected: '='",
    zone: "unable to parse requirement: found '', expected: '='",
    'zone==east': "unable to parse requirement: found '=', expected: identifier",
    '!zone':
      'unable to parse requirement: label key: Invalid value: "!zone": must match format [ DNS 1123 subdomain / ] DNS 1123 label',
    'zone=~':
      'unable to parse requirement: label value: Invalid value: "~": must match format [ DNS 1123 subdomain / ] DNS 1123 label',
    '=east': "found '=', expected: identifier or 'end of string'",
    'zone=east,': "found '', expected: identifier after ','",
    'zone=east,,disk=ssd': "found ',', expected: identifier after ','",
    'zone=east disk=ssd': "found 'disk', expected: ',' or 'end of string'",
  };
  for (const [text, message] of Object.entries(faults))
    it(`is of no other form, such as ${text}`, () => {
      expect(() => parseEqualities(text)).to.throw(ApiError, message);
    });
});

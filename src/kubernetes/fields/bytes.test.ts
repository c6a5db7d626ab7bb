import { expect } from 'chai';
import fc from 'fast-check';
import { byteLength, decodedLength } from './bytes';

describe('bytes', () => {
  it('of a text are those of UTF-8', () => {
    expect(byteLength('ö')).to.equal(2);
    expect(byteLength('€')).to.equal(3);
    expect(byteLength('😀')).to.equal(4);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(byteLength(text)).to.equal(new TextEncoder().encode(text).length);
      }),
    );
  });

  it('of half a pair are those of what replaces it', () => {
    expect(byteLength('a\ud800')).to.equal(4);
    expect(byteLength('\ud800\ud800')).to.equal(6);
    expect(byteLength('\udc00\ud800b')).to.equal(7);
  });

  it('in base64 are three for every four characters', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodedLength(btoa(String.fromCharCode(...bytes)))).to.equal(bytes.length);
      }),
    );
  });
});

import { inflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { placeIn } from '../address/place';
import { playLink } from './playLink';

describe('a link to the playground', () => {
  it('holds the text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { id, packed = '' } = placeIn(playLink(text));
        expect(id).to.equal('play');
        expect(inflateRawSync(Buffer.from(packed, 'base64url')).toString()).to.equal(text);
      }),
    );
  });
});

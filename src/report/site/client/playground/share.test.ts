import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { pack, unpack } from './share';

const packedByHand = (text: string): string => deflateRawSync(text).toString('base64url');

const fails = async (packed: string): Promise<boolean> =>
  unpack(packed).then(
    () => false,
    () => true,
  );

describe('a link to the playground', () => {
  it('holds the text alone', async () => {
    const packed = await pack({ text: '기능: 하나', seed: 1, disturbed: false, files: {} });
    expect(packed).to.match(/^[\w-]+$/);
    expect(inflateRawSync(Buffer.from(packed, 'base64url')).toString()).to.equal('기능: 하나');
  });

  it('gives back what was put in, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.dictionary(fc.constantFrom('a.yaml', 'b.yaml'), fc.string()),
        fc.integer({ min: 2, max: 99 }),
        async (text, files, seed) => {
          const shared = { text, files, seed, disturbed: true };
          const given = await unpack(await pack(shared));
          expect({ files: {}, ...given }).to.deep.equal(shared);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is read as others write it', async () => {
    expect(await unpack(packedByHand('Feature: A'))).to.deep.equal({ text: 'Feature: A' });
  });

  it('takes nothing odd out of it', async () => {
    const odd = { rollcall: 1, text: 'a', seed: -1, disturbed: 'yes', files: { a: 1 } };
    expect(await unpack(packedByHand(JSON.stringify(odd)))).to.deep.equal({ text: 'a' });
    expect(await fails(packedByHand('{"rollcall":2,"text":"a"}'))).to.equal(true);
    expect(await fails(packedByHand('a').slice(0, 2))).to.equal(true);
    expect(await fails('not base64 at all!')).to.equal(true);
  });

  it('is refused if it unfolds into something huge', async () => {
    expect(await fails(packedByHand('a'.repeat(2_000_000)))).to.equal(true);
  });
});

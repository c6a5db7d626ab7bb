import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Manifest } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import { knownKinds, messageOf } from './messages';
import { decodeProtobuf, encodeProtobuf } from './protobuf';
import { sampleOf } from './samples.testkit';

/** What a kind's objects are made of; kinds that share a message are tried once. */
const kinds = [
  ...new Map(
    knownKinds().map((each) => {
      const [apiVersion = '', kind = ''] = each.split(' ');
      return [messageOf(apiVersion, kind) ?? '', { apiVersion, kind }] as const;
    }),
  ),
].filter(([message]) => !message.endsWith('List'));

const encode = (object: Manifest): Buffer => Buffer.from(encodeProtobuf(object));

describe('objects in protobuf', () => {
  for (const [message, typeMeta] of kinds)
    it(`come back as Go writes them: ${message}`, () => {
      fc.assert(
        fc.property(sampleOf(message, 3), ({ given, read }) => {
          const bytes = encode({ ...(given as object), ...typeMeta });
          const object = decodeProtobuf(bytes);
          expect(object).to.deep.equal({ ...(read as object), ...typeMeta });
          expect(encode(object).equals(bytes)).to.equal(true);
        }),
        { numRuns: 6 },
      );
    });

  const tried = ['v1 Pod', 'apps/v1 DaemonSet', 'apps/v1 ControllerRevision', 'v1 ResourceQuota'].map(
    (each) => {
      const [apiVersion = '', kind = ''] = each.split(' ');
      const samples = sampleOf(messageOf(apiVersion, kind) ?? '', 3);
      return samples.map(({ given }) => encode({ ...(given as object), apiVersion, kind }));
    },
  );
  const damage = fc.array(
    fc.record({ at: fc.nat(), byte: fc.nat(255), how: fc.constantFrom('change', 'insert', 'cut', 'end') }),
    { minLength: 1, maxLength: 4 },
  );

  it('that are damaged are read or refused, and nothing else happens', () => {
    let refused = 0;
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(...tried), damage, (sound, changes) => {
        const bytes = [...sound];
        for (const { at, byte, how } of changes) {
          const place = at % (bytes.length + 1);
          if (how === 'change') bytes[Math.min(place, bytes.length - 1)] = byte;
          else if (how === 'insert') bytes.splice(place, 0, byte);
          else bytes.splice(place, how === 'cut' ? 1 : bytes.length);
        }
        try {
          decodeProtobuf(Buffer.from(bytes), { apiVersion: 'v1', kind: 'Pod' });
          read++;
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          expect(error.code).to.equal(400);
          refused++;
        }
      }),
      { numRuns: 300 },
    );
    expect(refused).to.be.above(0);
    expect(read).to.be.above(0);
  });

  it('that are no bytes of anybody are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const prefixed = Buffer.from([0x6b, 0x38, 0x73, 0, ...bytes]);
        for (const each of [Buffer.from(bytes), prefixed])
          expect(() => decodeProtobuf(each, { apiVersion: 'v1', kind: 'Nothing' })).to.throw(ApiError);
      }),
      { numRuns: 300 },
    );
  });
});

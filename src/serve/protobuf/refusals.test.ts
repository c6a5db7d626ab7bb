import { expect } from 'chai';
import { ApiError } from '../../kubernetes/refusals';
import { type Bytes, block, body, number, prefixed } from './bytes.testkit';
import { decodeProtobuf } from './protobuf';

const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap' };

/** What is said of bytes that are sent where a config map is to be created. */
const refusalOf = (
  bytes: Buffer,
  expected: { apiVersion: string; kind: string } | undefined = CONFIG_MAP,
) => {
  try {
    decodeProtobuf(bytes, expected);
  } catch (error) {
    if (error instanceof ApiError && error.code === 400) return error.message;
    throw error;
  }
  return undefined;
};

/** Every sentence here is what a real 1.36.2 API server answered to the same bytes. */
const UNRECOGNIZED: readonly (readonly [name: string, bytes: Buffer, why: string])[] = [
  ['nothing', Buffer.from(''), 'empty data (<empty>)'],
  [
    'JSON',
    Buffer.from('{"apiVersion":"v1","kind":"ConfigMap","data":{}}'),
    'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] ({"apiVersion":"v1","kind":"Con ...)',
  ],
  [
    'half a prefix',
    Buffer.from('k8'),
    'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] (6b38)',
  ],
  ['a prefix alone', prefixed(), 'empty body (6b387300)'],
  ['ones', prefixed(Array(12).fill(255)), 'proto: integer overflow (6b387300ffffffffffffffffffffffff)'],
  [
    'a number for the kind',
    prefixed(number(1, 1)),
    'proto: wrong wireType = 0 for field TypeMeta (6b3873000801)',
  ],
  [
    'a number for the version',
    prefixed(block(1, number(1, 1))),
    'proto: wrong wireType = 0 for field APIVersion (6b3873000a020801)',
  ],
  [
    'a number for the object',
    prefixed(number(2, 1)),
    'proto: wrong wireType = 0 for field Raw (6b3873001001)',
  ],
  ['the end of a group', prefixed([0x0c]), 'proto: Unknown: wiretype end group for non-group (6b3873000c)'],
  ['zeros', prefixed([0, 0]), 'proto: Unknown: illegal tag 0 (wire type 0) (6b3873000000)'],
  [
    'zeros for the kind',
    prefixed(block(1, [0, 0])),
    'proto: TypeMeta: illegal tag 0 (wire type 0) (6b3873000a020000)',
  ],
];

const UNREADABLE: readonly (readonly [name: string, fields: Bytes, why: string])[] = [
  ['a number for a message', number(1, 5), 'proto: wrong wireType = 0 for field ObjectMeta'],
  ['a text for a truth', block(4, 'x'), 'proto: wrong wireType = 2 for field Immutable'],
  ['the end of a group', [0x0c], 'proto: ConfigMap: wiretype end group for non-group'],
  ['the end of a group of an unknown field', [0xe4, 5], 'proto: ConfigMap: wiretype end group for non-group'],
  ['a field without a number', [2, 1, 1], 'proto: ConfigMap: illegal tag 0 (wire type 2)'],
  ['a message that ends too early', [0x0a, 5, 1], 'unexpected EOF'],
  ['a wire type that there is not', [0xfe, 5, 1], 'proto: illegal wireType 6'],
  [
    'a wire type that there is not, for a known field',
    [0x0e, 1],
    'proto: wrong wireType = 6 for field ObjectMeta',
  ],
  ['a number without an end', [0x20, ...Array(11).fill(255), 1], 'proto: integer overflow'],
  ['a tag without an end', Array(11).fill(255), 'proto: integer overflow'],
  ['a negative length', [0x0a, ...Array(9).fill(255), 1], 'proto: negative length found during unmarshaling'],
  ['a length of five bytes', [0x0a, 255, 255, 255, 255, 15], 'unexpected EOF'],
  ['a length of 35 bits', [0x0a, 255, 255, 255, 255, 127], 'unexpected EOF'],
  ['an entry that is no message', block(2, number(1, 1)), 'unexpected EOF'],
  ['an entry that ends too early', block(2, [0x0a, 9]), 'unexpected EOF'],
  ['a group without an end', [0xe3, 5], 'unexpected EOF'],
  ['a group in one, without an end', [0xe3, 5, 0xe3, 5, 0xe4, 5], 'unexpected EOF'],
  ['a time that is a text', block(1, block(8, block(1, 'x'))), 'proto: wrong wireType = 2 for field Seconds'],
  [
    'fields of managers',
    block(1, block(17, block(7, number(1, 3)))),
    'proto: wrong wireType = 0 for field Raw',
  ],
];

const WRONG_QUANTITY =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

describe('refusals of protobuf', () => {
  for (const [name, bytes, why] of UNRECOGNIZED)
    it(`${name} around an object`, () => {
      expect(refusalOf(bytes)).to.equal(
        `the object provided is unrecognized (must be of type ConfigMap): ${why}`,
      );
    });

  for (const [name, fields, why] of UNREADABLE)
    it(`${name} in an object`, () => {
      expect(refusalOf(body('v1', 'ConfigMap', fields))).to.equal(
        `ConfigMap in version "v1" cannot be handled as a ConfigMap: ${why}`,
      );
    });

  it('names fields as Go does', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod' };
    const refused = (...fields: Bytes[]) =>
      refusalOf(body('v1', 'Pod', ...fields), pod)?.replace(/^.*wireType/, 'wireType');
    expect(refused(block(3, number(6, 1)))).to.equal('wireType = 0 for field PodIP');
    expect(refused(block(2, block(2, block(10, number(1, 1)))))).to.equal(
      'wireType = 0 for field ProbeHandler',
    );
    expect(refused(block(2, block(14, [0x25, 1, 2, 3, 4])))).to.equal(
      'wireType = 5 for field SupplementalGroups',
    );
  });

  it('says what is wrong with quantities', () => {
    const quota = (...value: Bytes[]) =>
      refusalOf(body('v1', 'ResourceQuota', block(2, block(1, block(1, 'cpu'), block(2, ...value)))), {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
      });
    const prefix = 'ResourceQuota in version "v1" cannot be handled as a ResourceQuota: ';
    expect(quota(block(1, 'abc'))).to.equal(`${prefix}${WRONG_QUANTITY}`);
    expect(quota(block(1, ''))).to.equal(`${prefix}${WRONG_QUANTITY}`);
    expect(quota(number(1, 1))).to.equal(`${prefix}proto: wrong wireType = 0 for field String_`);
  });

  it('says which kind there is not', () => {
    expect(refusalOf(body('x/v9', 'ConfigMap'))).to.equal(
      'ConfigMap in version "v9" cannot be handled as a ConfigMap: no kind "ConfigMap" is registered for version "x/v9" in scheme "pkg/api/legacyscheme/scheme.go:30"',
    );
  });

  it('says the bare problem where nothing is expected', () => {
    expect(() => decodeProtobuf(Buffer.from('x'))).to.throw(/^provided data does not appear/);
    expect(() => decodeProtobuf(body('', ''))).to.throw(
      `Object 'Kind' is missing in 'runtime.TypeMeta{APIVersion:"", Kind:""}'`,
    );
  });

  it('takes what the endpoint expects for a kind or version that is not said, or is none', () => {
    for (const bytes of [body('', ''), body('', 'ConfigMap'), body('v1', ''), body('a/b/c', 'ConfigMap')])
      expect(decodeProtobuf(bytes, CONFIG_MAP)).to.deep.equal({ ...CONFIG_MAP, metadata: {} });
  });

  it('refuses JSON within that is none', () => {
    const revision = (json: string) => body('apps/v1', 'ControllerRevision', block(2, block(1, json)));
    expect(refusalOf(revision('{"a":'))).to.match(/unexpected EOF$/);
    expect(refusalOf(revision('\xd9\xd9\xf7'))).to.match(/invalid character/);
  });

  it('refuses objects that are nested too deep in each other', () => {
    let list: Buffer = body('v1', 'List');
    for (let depth = 0; depth < 501; depth++) list = body('v1', 'List', block(2, block(1, list)));
    expect(refusalOf(list)).to.match(/exceeded max depth$/);
  });

  it('refuses what is nested too deep, and what would be too much in memory', () => {
    let schema: Bytes = block(5, 'object');
    for (let depth = 0; depth < 600; depth++) schema = block(28, schema);
    const definition = (content: Bytes) =>
      body(
        'apiextensions.k8s.io/v1',
        'CustomResourceDefinition',
        block(2, block(7, block(4, block(1, content)))),
      );
    expect(refusalOf(definition(schema))).to.match(/exceeded max depth$/);
    const owners = Array.from({ length: 520_000 }, (_, at) => (at % 2 === 0 ? 0x6a : 0));
    expect(refusalOf(body('v1', 'ConfigMap', block(1, owners)))).to.match(/too many messages$/);
  });
});

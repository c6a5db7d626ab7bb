/** Protobuf by hand, so that tests do not believe the codec. A varint of what is no negative number. */
const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];

const longVarint = (value: bigint): readonly number[] => {
  const rest = BigInt.asUintN(64, value);
  return rest < 128n ? [Number(rest)] : [Number(rest % 128n) | 128, ...longVarint(rest / 128n)];
};

/** A field that is a number or a truth, of 64 bits if it is negative. */
export const number = (field: number, value: number | bigint): readonly number[] => [
  ...varint(field * 8),
  ...(typeof value === 'number' && value >= 0 ? varint(value) : longVarint(BigInt(value))),
];

/** A field that has a length: text, bytes, or a message of other fields. */
export const block = (field: number, ...content: (string | readonly number[])[]): readonly number[] => {
  const bytes = content.flatMap((each) => (typeof each === 'string' ? [...Buffer.from(each)] : [...each]));
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
};

/** An entry of a map from strings. */
export const entry = (field: number, key: string, value: string): readonly number[] =>
  block(field, block(1, key), block(2, value));

/** An object with what stands around it. */
export const body = (apiVersion: string, kind: string, ...fields: (readonly number[])[]): Buffer =>
  Buffer.from([
    ...Buffer.from('k8s\0'),
    ...block(1, block(1, apiVersion), block(2, kind)),
    ...block(2, ...fields),
    ...block(3),
    ...block(4),
  ]);

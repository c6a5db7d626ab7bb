/** Protobuf by hand, so that tests do not believe the codec. */
export type Bytes = Uint8Array | readonly number[];

const join = (...parts: readonly (string | Bytes)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));

const varint = (value: number | bigint): readonly number[] => {
  const rest = BigInt.asUintN(64, BigInt(value));
  return rest < 128n ? [Number(rest)] : [Number(rest % 128n) | 128, ...varint(rest / 128n)];
};

/** A field that is a number or a truth, of 64 bits if it is negative. */
export const number = (field: number, value: number | bigint): Bytes =>
  join(varint(field * 8), varint(value));

/** A field that has a length: text, bytes, or a message of other fields. */
export const block = (field: number, ...content: readonly (string | Bytes)[]): Bytes => {
  const bytes = join(...content);
  return join(varint(field * 8 + 2), varint(bytes.length), bytes);
};

/** An entry of a map from strings. */
export const entry = (field: number, key: string, value: string): Bytes =>
  block(field, block(1, key), block(2, value));

/** Bytes with the prefix of every object. */
export const prefixed = (...fields: readonly Bytes[]): Buffer => join('k8s\0', ...fields);

/** An object with what stands around it. */
export const body = (apiVersion: string, kind: string, ...fields: readonly Bytes[]): Buffer =>
  prefixed(block(1, block(1, apiVersion), block(2, kind)), block(2, ...fields), block(3), block(4));

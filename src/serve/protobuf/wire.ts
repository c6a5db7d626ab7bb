import { Reader } from 'protobufjs/minimal';
import { asInteger } from '../../kubernetes/wire/integers';
import { decodeUtf8 } from '../../kubernetes/wire/yaml/utf8';
import type { Field, Message, Scalar } from './messages';
import { ProtobufProblem } from './problem';

const VARINT = 0;
const FIXED64 = 1;
const BLOCK = 2;
const GROUP_START = 3;
const GROUP_END = 4;
const FIXED32 = 5;

/** What a field without messages holds. */
export type Value = string | number | bigint | boolean | Uint8Array;

const WIRE_TYPES: Readonly<Record<Scalar, number>> = {
  string: BLOCK,
  bytes: BLOCK,
  bool: VARINT,
  int32: VARINT,
  int64: VARINT,
  double: FIXED64,
};

/** What has a field that nobody set. */
export const ZEROS: Readonly<Record<Scalar, Value>> = {
  string: '',
  bytes: new Uint8Array(),
  bool: false,
  int32: 0,
  int64: 0,
  double: 0,
};

/** The two fields of an entry of a map. */
const KEY = 1;
const VALUE = 2;

/** Says in Go's words what the reader found: too few bytes, or a number of too many. */
const guarded = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new ProtobufProblem(error instanceof RangeError ? 'unexpected EOF' : 'proto: integer overflow');
  }
};

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text as Go's JSON writes it: every byte that is in no character becomes one of its own. */
export const textOf = (bytes: Uint8Array): string => {
  const text = utf8.decode(bytes);
  return text.includes('\ufffd') ? decodeUtf8(bytes) : text;
};

/** Reads the fields of one message one after the other, without copying what is in them. */
export class FieldReader {
  readonly #reader: Reader;
  readonly #message: Message;

  constructor(bytes: Uint8Array, message: Message) {
    this.#reader = new Reader(bytes);
    this.#message = message;
  }

  /**
   * Goes to the next field, passing over those that the message does not have.
   * @returns undefined at the end
   * @throws ProtobufProblem
   * @see k8s.io/api generated.pb.go Unmarshal
   */
  next(): { readonly field: Field; readonly isPacked: boolean } | undefined {
    while (this.#reader.pos < this.#reader.len) {
      const { number, wireType } = this.#tag();
      const { goName, byNumber } = this.#message;
      if (wireType === GROUP_END)
        throw new ProtobufProblem(`proto: ${goName}: wiretype end group for non-group`);
      if (number === 0) throw new ProtobufProblem(`proto: ${goName}: illegal tag 0 (wire type ${wireType})`);
      const field = byNumber.get(number);
      if (!field) {
        this.#skip(wireType);
        continue;
      }
      const own = field.scalar === undefined || field.map ? BLOCK : WIRE_TYPES[field.scalar];
      if (wireType === own) return { field, isPacked: false };
      if (wireType === BLOCK && field.repeated) return { field, isPacked: true };
      throw new ProtobufProblem(`proto: wrong wireType = ${wireType} for field ${field.goName}`);
    }
    return undefined;
  }

  #tag(): { readonly number: number; readonly wireType: number } {
    const tag = guarded(() => this.#reader.tag());
    return { number: tag >>> 3, wireType: tag & 7 };
  }

  /** @see k8s.io/api generated.pb.go skipGenerated */
  #skip(first: number): void {
    let depth = 0;
    for (let wireType = first; ; wireType = this.#tag().wireType) {
      if (wireType === VARINT) guarded(() => this.#reader.bool());
      else if (wireType === FIXED64) guarded(() => this.#reader.skip(8));
      else if (wireType === BLOCK) this.block();
      else if (wireType === GROUP_START) depth++;
      else if (wireType === GROUP_END) depth--;
      else if (wireType === FIXED32) guarded(() => this.#reader.skip(4));
      else throw new ProtobufProblem(`proto: illegal wireType ${wireType}`);
      if (depth === 0) return;
    }
  }

  /** What is written with its length before it. */
  block(): Uint8Array {
    const reader = this.#reader;
    const before = reader.pos;
    try {
      const length = reader.size();
      const start = reader.pos;
      reader.skip(length);
      return reader.raw(start, start + length);
    } catch (error) {
      if (error instanceof RangeError) throw new ProtobufProblem('unexpected EOF');
      // A length of more than 31 bits.
      reader.pos = before;
      const isNegative = guarded(() => Number(reader.int64())) < 0;
      throw new ProtobufProblem(
        isNegative ? 'proto: negative length found during unmarshaling' : 'unexpected EOF',
      );
    }
  }

  /** A value that is no message. */
  scalar(type: Scalar): Value {
    const reader = this.#reader;
    if (type === 'bytes') return this.block();
    if (type === 'string') return textOf(this.block());
    return guarded(() => {
      if (type === 'bool') return reader.bool();
      if (type === 'int32') return reader.int32();
      if (type === 'double') return reader.double();
      const long = reader.int64();
      const number = Number(long);
      return Number.isSafeInteger(number) ? number : (asInteger(BigInt(long.toString())) ?? 0);
    });
  }

  /**
   * An entry of a map: what is left out is empty. Go takes it as it comes, whatever its wire types say.
   * @param type of the value; bytes if it is a message
   */
  entry(type: Scalar): readonly [key: string, value: Value] {
    const inner = new FieldReader(this.block(), this.#message);
    let key = '';
    let value = ZEROS[type];
    while (inner.#reader.pos < inner.#reader.len) {
      const { number, wireType } = inner.#tag();
      if (number === KEY) key = textOf(inner.block());
      else if (number === VALUE) value = inner.scalar(type);
      else inner.#skip(wireType);
    }
    return [key, value];
  }

  /** Values in one block, without anything between them. */
  packed(type: Scalar): readonly Value[] {
    const inner = new FieldReader(this.block(), this.#message);
    const values: Value[] = [];
    while (inner.#reader.pos < inner.#reader.len) values.push(inner.scalar(type));
    return values;
  }
}

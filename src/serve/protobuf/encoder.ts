import { Writer } from 'protobufjs/minimal';
import { isMap } from '../../kubernetes/wire/values';
import { type Field, messageNamed, type Scalar } from './messages';
import { ownWay } from './ownWays';

type Fields = Readonly<Record<string, unknown>>;

const VARINT = 0;
const FIXED64 = 1;
const BLOCK = 2;
const WIRE_TYPES: Readonly<Record<Scalar, number>> = {
  string: BLOCK,
  bytes: BLOCK,
  bool: VARINT,
  int32: VARINT,
  int64: VARINT,
  double: FIXED64,
};

const isNothing = (value: unknown): value is null | undefined => value === undefined || value === null;

const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/**
 * Writes a message as Go does: fields by their numbers, maps by their keys, and zeros, too, unless the field is a pointer.
 * @param fields by their JSON names
 * @see k8s.io/code-generator/cmd/go-to-protobuf
 */
export const encodeMessage = (name: string, fields: Fields, writer = new Writer()): Writer => {
  const message = messageNamed(name);
  for (const field of message.fields) writeField(field, field.inline ? fields : fields[field.name], writer);
  return writer;
};

const writeField = (field: Field, value: unknown, writer: Writer): void => {
  if (field.map) {
    if (isMap(value))
      for (const entry of Object.entries(value).sort(byName)) writeEntry(field, entry, writer);
  } else if (field.repeated) {
    if (Array.isArray(value)) for (const each of value) writeValue(field, each, writer);
  } else if (!isNothing(value) || !(field.pointer || field.scalar === 'bytes'))
    writeValue(field, value, writer);
};

const writeEntry = (field: Field, [key, value]: readonly [string, unknown], writer: Writer): void => {
  writer.uint32((field.n << 3) | BLOCK).fork();
  writer.uint32((1 << 3) | BLOCK).string(key);
  writeValue({ ...field, n: 2 }, value, writer);
  writer.ldelim();
};

const writeValue = ({ n, t, scalar }: Field, value: unknown, writer: Writer): void => {
  writer.uint32(((n << 3) | (scalar === undefined ? BLOCK : WIRE_TYPES[scalar])) >>> 0);
  if (scalar === undefined) writeMessage(t, value, writer);
  else if (scalar === 'string') writer.string(isNothing(value) ? '' : String(value));
  else if (scalar === 'bytes')
    writer.bytes(value instanceof Uint8Array ? value : fromBase64(String(value ?? '')));
  else if (scalar === 'bool') writer.bool(value === true);
  else if (scalar === 'int32') writer.int32(Number(value ?? 0));
  else if (scalar === 'double') writer.double(Number(value ?? 0));
  else writer.int64(typeof value === 'bigint' ? String(value) : Number(value ?? 0));
};

const writeMessage = (name: string, value: unknown, writer: Writer): void => {
  writer.fork();
  const way = ownWay(name);
  const fields = way ? way.toFields(value) : isMap(value) ? value : {};
  if (fields) encodeMessage(name, fields, writer);
  writer.ldelim();
};

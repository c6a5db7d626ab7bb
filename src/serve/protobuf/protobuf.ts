import { Writer } from 'protobufjs/minimal';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { badRequest, notRegistered } from '../../kubernetes/refusals';
import { parseJson } from '../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../kubernetes/wire/json/problem';
import { summaryOf } from '../bodies/summary';
import { Decoder } from './decoder';
import { encodeMessage } from './encoder';
import { messageOf, UNKNOWN } from './messages';
import { ProtobufProblem } from './problem';
import { textOf } from './wire';

/** The media type of objects in protobuf. */
export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** `k8s` and a zero: what every object begins with. */
const PREFIX: readonly number[] = [0x6b, 0x38, 0x73, 0];

/** The fields of an event, and of what its object is wrapped in, as protobuf tags them. */
const TYPE = (1 << 3) | 2;
const OBJECT = (2 << 3) | 2;
const RAW = (1 << 3) | 2;

interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

const hasPrefix = (bytes: Uint8Array): boolean => PREFIX.every((byte, index) => bytes[index] === byte);

/** What a field keeps as it came: JSON, or an object with its prefix. */
const readNested = (bytes: Uint8Array, decoder: Decoder): unknown => {
  if (hasPrefix(bytes)) {
    const around = readAround(bytes, decoder);
    return readObject(around, around, decoder);
  }
  try {
    return parseJson(textOf(bytes));
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw new ProtobufProblem(error.message);
    throw error;
  }
};

interface Around extends TypeMeta {
  readonly raw: Uint8Array;
}

/** What stands around an object. @see k8s.io/apimachinery/pkg/runtime/serializer/protobuf Serializer.Decode */
const readAround = (bytes: Uint8Array, decoder: Decoder): Around => {
  if (bytes.length === 0) throw new ProtobufProblem('empty data');
  if (!hasPrefix(bytes))
    throw new ProtobufProblem(
      `provided data does not appear to be a protobuf message, expected prefix [${PREFIX.join(' ')}]`,
    );
  if (bytes.length === PREFIX.length) throw new ProtobufProblem('empty body');
  const { typeMeta, raw } = decoder.message(UNKNOWN, [bytes.subarray(PREFIX.length)], true);
  return { ...(typeMeta as TypeMeta), raw: raw instanceof Uint8Array ? raw : new Uint8Array() };
};

const readObject = ({ apiVersion, kind }: TypeMeta, { raw }: Around, decoder: Decoder): Manifest => {
  const named = `runtime.TypeMeta{APIVersion:${JSON.stringify(apiVersion)}, Kind:${JSON.stringify(kind)}}`;
  if (kind === '') throw new ProtobufProblem(`Object 'Kind' is missing in '${named}'`);
  if (apiVersion === '') throw new ProtobufProblem(`Object 'apiVersion' is missing in '${named}'`);
  const message = messageOf(apiVersion, kind);
  if (message === undefined) throw new ProtobufProblem(notRegistered({ apiVersion, kind }));
  return { apiVersion, kind, ...decoder.message(message, [raw]) };
};

/** A group and version, or one: anything else counts as none. @see k8s.io/apimachinery/pkg/runtime/schema FromAPIVersionAndKind */
const versionOf = (apiVersion: string): string => (/^[^/]*(?:\/[^/]*)?$/.test(apiVersion) ? apiVersion : '');

/** @see k8s.io/apiserver/pkg/endpoints/handlers transformDecodeError */
const refusal = (
  problem: string,
  bytes: Buffer,
  read: TypeMeta | undefined,
  expected: TypeMeta | undefined,
) => {
  if (!expected) return badRequest(problem);
  if (!read?.kind)
    return badRequest(
      `the object provided is unrecognized (must be of type ${expected.kind}): ${problem} (${summaryOf(bytes)})`,
    );
  const version = read.apiVersion.slice(read.apiVersion.indexOf('/') + 1);
  return badRequest(
    `${read.kind} in version "${version}" cannot be handled as a ${expected.kind}: ${problem}`,
  );
};

/**
 * Reads an object that a client sent in protobuf.
 *
 * @param expected counts where the body names no kind or version, and is named in refusals; without it they are the
 *   bare problem
 * @returns what Go's JSON encoder makes of the same object: nulls of fields that it never leaves out, no zeros of
 *   fields that it does
 * @throws ApiError 400 for bytes that are no such object, in the API server's words
 * @see k8s.io/apimachinery/pkg/runtime/serializer/protobuf Serializer.Decode
 */
export const decodeProtobuf = (bytes: Buffer, expected?: TypeMeta): Manifest => {
  let actual: TypeMeta | undefined;
  try {
    const decoder = new Decoder(readNested);
    const around = readAround(bytes, decoder);
    actual = {
      apiVersion: versionOf(around.apiVersion) || (expected?.apiVersion ?? ''),
      kind: around.kind || (expected?.kind ?? ''),
    };
    return readObject(actual, around, decoder);
  } catch (error) {
    if (error instanceof ProtobufProblem) throw refusal(error.message, bytes, actual, expected);
    throw error;
  }
};

/** Whether there is a message for objects of a kind. */
export const isInProtobuf = ({ apiVersion, kind }: TypeMeta): boolean =>
  messageOf(apiVersion, kind) !== undefined;

/**
 * Writes an object in protobuf, byte for byte as Go does.
 * @throws Error for a kind that protobuf does not know
 */
export const encodeProtobuf = (object: KubeObject | Manifest): Uint8Array => {
  const { apiVersion, kind } = object;
  const name = messageOf(apiVersion, kind);
  if (name === undefined) throw new Error(`${apiVersion} ${kind} is not written in protobuf`);
  const raw = encodeMessage(name, { ...object }).finish();
  const around = encodeMessage(UNKNOWN, { typeMeta: { apiVersion, kind }, raw }).finish();
  return Uint8Array.from([...PREFIX, ...around]);
};

/**
 * An event of a watch, with its length before it.
 * @see k8s.io/apimachinery/pkg/util/framer lengthDelimitedFrameWriter
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 generated.proto WatchEvent
 */
export const encodeEvent = (type: string, object: KubeObject | Manifest): Buffer => {
  const writer = new Writer();
  writer.uint32(TYPE).string(type);
  writer.uint32(OBJECT).fork().uint32(RAW).bytes(encodeProtobuf(object)).ldelim();
  const event = writer.finish();
  const frame = Buffer.allocUnsafe(4 + event.length);
  frame.writeUInt32BE(event.length);
  frame.set(event, 4);
  return frame;
};

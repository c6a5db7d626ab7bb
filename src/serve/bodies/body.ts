import type { Manifest } from '../../kubernetes/object';
import { badRequest } from '../../kubernetes/refusals';
import { readDocument, UnreadableError } from '../../kubernetes/wire/document';
import { parseJson } from '../../kubernetes/wire/json/parse';
import { JsonSyntaxError } from '../../kubernetes/wire/json/problem';
import { jsonKind } from '../../kubernetes/wire/schema/words';
import { isMap } from '../../kubernetes/wire/values';
import type { Visit } from '../http/asked';
import { decodeProtobuf, PROTOBUF } from '../protobuf/protobuf';
import { mediaTypeOf, unsupportedMediaType } from './mediaTypes';
import { summaryOf } from './summary';

/** Text that is no object, in the words of what reads it. */
class Unreadable extends Error {}

/**
 * How bodies of one media type are read.
 * @param onDuplicate is told of fields that are set twice
 * @throws Unreadable
 */
type ReadBody = (body: Buffer, onDuplicate: (path: string) => void) => unknown;

const readJson: ReadBody = (body, onDuplicate) => {
  try {
    return parseJson(body.toString('utf8'), { onDuplicate });
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    // Go says of an end that comes too early only what it waited for.
    const why = error.message === 'unexpected EOF' ? 'unexpected end of JSON input' : error.message;
    throw new Unreadable(`couldn't get version/kind; json parse error: ${why}`);
  }
};

const readYaml: ReadBody = (body) => {
  try {
    return readDocument(body.toString('utf8'));
  } catch (error) {
    if (error instanceof UnreadableError) throw new Unreadable(error.message);
    throw error;
  }
};

const READERS: Readonly<Record<string, ReadBody>> = {
  'application/json': readJson,
  'application/yaml': readYaml,
};

const NO_OBJECT =
  'Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

const noText = (value: unknown, target: string): Unreadable =>
  new Unreadable(
    `couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonKind(value)} into ${target}`,
  );

/** What an object says of its type; what it is silent about is empty. The first field that is no text is refused. */
const typeIn = (value: Readonly<Record<string, unknown>>): Pick<Manifest, 'apiVersion' | 'kind'> => {
  const type = { apiVersion: '', kind: '' };
  for (const [field, text] of Object.entries(value)) {
    if ((field !== 'apiVersion' && field !== 'kind') || text === null) continue;
    if (typeof text !== 'string') throw noText(text, `Go struct field .${field} of type string`);
    type[field] = text;
  }
  return type;
};

/**
 * Reads the object in the body of a request.
 * @param expected the kind that the endpoint takes; in protobuf it counts where the body names none. Without it refusals
 *   are bare, as they are of what is no object of the endpoint.
 * @param onDuplicate is told of fields that are set twice
 * @throws ApiError 400 for what is no object, 415 for a media type that is not known
 * @see k8s.io/apiserver/pkg/endpoints/handlers transformDecodeError
 */
export const readObject = (
  visit: Visit,
  expected?: Pick<Manifest, 'apiVersion' | 'kind'>,
  onDuplicate: (path: string) => void = () => {},
): Manifest => {
  const { body } = visit;
  const mediaType = mediaTypeOf(visit, 'application/json');
  if (mediaType === PROTOBUF) return decodeProtobuf(body, expected);
  const read = READERS[mediaType];
  if (!read) throw unsupportedMediaType();
  const refuse = (why: string): never => {
    if (!expected) throw badRequest(why);
    throw badRequest(
      `the object provided is unrecognized (must be of type ${expected.kind}): ${why} (${summaryOf(body)})`,
    );
  };
  try {
    const value = read(body, onDuplicate);
    if (value === null) return { apiVersion: '', kind: '' };
    if (!isMap(value)) throw noText(value, NO_OBJECT);
    return { ...value, ...typeIn(value) };
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message);
    throw error;
  }
};

import type { FastifyReply } from 'fastify';
import { writeJson } from '../../kubernetes/fields/exactJson';
import type { Manifest } from '../../kubernetes/object';
import { toYaml } from '../../kubernetes/print/output/yaml';
import { encodeProtobuf, isInProtobuf, PROTOBUF } from '../protobuf/protobuf';
import type { Wanted } from './accept';
import type { Answer } from './answer';

interface Body {
  readonly type: string;
  readonly text: string | Uint8Array;
}

/** What clients read instead where protobuf has no message: they go by the type that the answer names. */
const JSON_TYPE = 'application/json';

const encode = (object: object, { mediaType, pretty }: Wanted): Body => {
  if (mediaType === 'application/yaml') return { type: mediaType, text: toYaml(object) };
  if (mediaType === PROTOBUF && isTyped(object) && isInProtobuf(object))
    return { type: mediaType, text: encodeProtobuf(object) };
  return { type: JSON_TYPE, text: `${writeJson(object, pretty ? 2 : undefined)}\n` };
};

const isTyped = (object: object): object is Manifest => 'apiVersion' in object && 'kind' in object;

/** What no header can have: such a warning is not given. @see k8s.io/apimachinery/pkg/util/net NewWarningHeader */
const CONTROL = /\p{Cc}/u;

/** Text between quotes, as a Warning header has it: a letter for each byte of UTF-8. */
const warning = (text: string): string => Buffer.from(`299 - ${JSON.stringify(text)}`).toString('latin1');

/** What nobody may keep, unless an answer says otherwise. @see k8s.io/apiserver/pkg/server/filters WithCacheControl */
const NOT_KEPT = { 'cache-control': 'no-cache, private' };

/** Writes an answer, with what is to be said of the request. */
export const write = (
  reply: FastifyReply,
  answer: Answer,
  wanted: Wanted,
  warnings: readonly string[],
): void => {
  // The same warning is said once.
  const sayable = new Set(warnings.filter((text) => !CONTROL.test(text)));
  if (sayable.size > 0) reply.header('warning', [...sayable].map(warning));
  if ('stream' in answer) {
    reply.headers(NOT_KEPT);
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    answer.stream(reply.raw);
    return;
  }
  reply.code(answer.code).headers({ ...NOT_KEPT, ...answer.headers });
  const body: Body =
    'text' in answer ? { type: answer.type, text: answer.text } : encode(answer.object, wanted);
  // Where there is nothing, there is nothing to name the type of.
  if (body.text.length === 0) reply.send();
  else reply.header('content-type', body.type).send(Buffer.from(body.text));
};

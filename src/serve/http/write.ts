import type { FastifyReply } from 'fastify';
import { writeJson } from '../../kubernetes/fields/exactJson';
import { toYaml } from '../../kubernetes/print/output/yaml';
import type { Wanted } from './accept';
import type { Answer } from './answer';

const encode = (object: object, { mediaType, pretty }: Wanted): string => {
  if (mediaType === 'application/yaml') return toYaml(object);
  return `${writeJson(object, pretty ? 2 : undefined)}\n`;
};

/** Text between quotes, as a Warning header has it. */
const warning = (text: string): string => `299 - ${JSON.stringify(text)}`;

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
  if (warnings.length > 0) reply.header('warning', [...new Set(warnings)].map(warning));
  if ('stream' in answer) {
    reply.headers(NOT_KEPT);
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    answer.stream(reply.raw);
    return;
  }
  reply.code(answer.code).headers({ ...NOT_KEPT, ...answer.headers });
  const body =
    'text' in answer
      ? { type: answer.type, text: answer.text }
      : { type: wanted.mediaType, text: encode(answer.object, wanted) };
  // Where there is nothing, there is nothing to name the type of.
  if (body.text.length === 0) reply.send();
  else reply.header('content-type', body.type).send(Buffer.from(body.text));
};

import { createHash } from 'node:crypto';
import type { TextAnswer } from './answer';

/** Plain text, which browsers must not take for anything else. */
export const plainText = (code: number, text: string): TextAnswer => ({
  code,
  type: 'text/plain; charset=utf-8',
  text,
  headers: { 'x-content-type-options': 'nosniff' },
});

/** JSON for people, indented by two. @see k8s.io/apiserver/pkg/endpoints/handlers/responsewriters WriteRawJSON */
export const indentedJson = (value: object, type = 'application/json'): TextAnswer => ({
  code: 200,
  type,
  text: JSON.stringify(value, undefined, 2),
});

/** Names a text, so that who has it need not get it again. In quotes, as the header ETag wants it. */
export const etagOf = (text: string): string =>
  `"${createHash('sha512').update(text).digest('hex').toUpperCase()}"`;

/** An answer that names its version, or, where the client has that version already, says so and nothing else. */
export const unlessKnown = (
  answer: TextAnswer,
  etag: string,
  ifNoneMatch: string | undefined,
): TextAnswer => {
  const headers = { ...answer.headers, etag };
  return ifNoneMatch === etag ? { ...answer, code: 304, text: '', headers } : { ...answer, headers };
};

import { createHash, timingSafeEqual } from 'node:crypto';
import type { onRequestAsyncHookHandler } from 'fastify';
import { unauthorized } from '../../kubernetes/refusals';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets no request through that does not show the token, if there is one. How long the comparison takes tells nothing of
 * it.
 */
export const gate = (token: string | undefined): onRequestAsyncHookHandler => {
  if (token === undefined) return async () => {};
  const expected = digest(token);
  return async ({ headers: { authorization = '' } }) => {
    const [, shown = ''] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (!timingSafeEqual(digest(shown), expected)) throw unauthorized();
  };
};

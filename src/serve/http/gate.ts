import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../kubernetes/refusals';

const unauthorized = (): ApiError =>
  new ApiError({ code: 401, reason: 'Unauthorized', message: 'Unauthorized' });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes no request that does not show the token. How long the comparison takes tells nothing of it. */
export const addGate = (front: FastifyInstance, token: string): void => {
  const expected = digest(token);
  front.addHook('onRequest', async ({ headers: { authorization = '' } }) => {
    const [, shown = ''] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (!timingSafeEqual(digest(shown), expected)) throw unauthorized();
  });
};

import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { writeJson } from '../../kubernetes/fields/exactJson';
import { ApiError } from '../../kubernetes/refusals';
import type { HostedCluster } from '../clusters/hostedCluster';
import type { Answer } from './answer';
import type { Visit } from './asked';
import { handle } from './handle';
import { statusOf } from './status';

/** What a body may hold at most, as with a real API server. @see k8s.io/apiserver/pkg/server MaxRequestBodyBytes */
const LARGEST_BODY = 3 * 1024 * 1024;
/** Clients written in Go keep idle connections for 90 seconds; who closes first breaks a request now and then. */
const KEEP_ALIVE = 120_000;

/** Text between quotes, as a Warning header has it. */
const warning = (text: string): string => `299 - ${JSON.stringify(text)}`;

const refusalOf = (error: unknown): Answer => {
  if (!(error instanceof ApiError)) throw error;
  const { code, reason, message } = error.status;
  return code === 404 && reason === ''
    ? { code, type: 'text/plain; charset=utf-8', text: message }
    : { code, object: statusOf(error) };
};

const write = (reply: FastifyReply, answer: Answer, warnings: readonly string[]): void => {
  if (warnings.length > 0) reply.header('warning', warnings.map(warning));
  if ('stream' in answer) {
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    answer.stream(reply.raw);
    return;
  }
  reply.code(answer.code).headers(answer.headers ?? {});
  if ('text' in answer) reply.type(answer.type).send(answer.text);
  else reply.type('application/json').send(writeJson(answer.object));
};

/** Where a request goes: the cluster, and the path within it. */
export type Route = (path: string) => { readonly cluster: HostedCluster; readonly path: string } | undefined;

const visitOf = (
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  warnings: string[],
): Visit | undefined => {
  const [path = '/', ...query] = request.url.split('?');
  const found = route(path);
  if (!found) return undefined;
  const gone = new AbortController();
  // Of the response, never of the request: that one ends when its body has been read.
  reply.raw.once('close', () => gone.abort());
  return {
    ...found,
    method: request.method,
    query: new URLSearchParams(query.join('?')),
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    caller: administrator,
    warn: (text) => warnings.push(text),
    gone: gone.signal,
  };
};

/** The server of HTTP, which knows nothing but how requests come in and answers go out. */
export const createFront = (route: Route): FastifyInstance => {
  const front = Fastify({
    bodyLimit: LARGEST_BODY,
    keepAliveTimeout: KEEP_ALIVE,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  front.removeAllContentTypeParsers();
  front.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  front.all('/*', async (request, reply) => {
    const warnings: string[] = [];
    const visit = visitOf(request, reply, route, warnings);
    const answer = visit
      ? await handle(visit).catch(refusalOf)
      : ({ code: 404, type: 'text/plain; charset=utf-8', text: '404 page not found\n' } as const);
    write(reply, answer, warnings);
    return reply;
  });
  return front;
};

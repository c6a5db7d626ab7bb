import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { badRequest } from '../../kubernetes/refusals';
import { OFFERED, type Wanted, wantedOf } from './accept';
import type { Certificate } from './certificate';
import { handle } from './handle';
import { LARGEST_BODY, noSuchPath, refusalOf } from './refusal';
import { type Route, visitOf } from './visit';
import { write } from './write';

/** Clients written in Go keep idle connections for 90 seconds; who closes first breaks a request now and then. */
const KEEP_ALIVE = 120_000;
/** So long a request may take to arrive. */
const SLOWEST_REQUEST = 60_000;
/** What a path or a query may hold at most; a selector can be long. */
const LONGEST_HEADERS = 1024 * 1024;

const AS_IT_IS: Wanted = { mediaType: OFFERED[0] ?? '', pretty: false };

/** How a refusal is written: as asked for, if that makes sense, and otherwise as JSON. */
const wantedForRefusal = ({ headers }: FastifyRequest): Wanted => {
  try {
    return wantedOf({ accept: headers.accept, agent: headers['user-agent'] }, () => true);
  } catch {
    return AS_IT_IS;
  }
};

const refuse = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  warnings: string[] = [],
): void => write(reply, refusalOf(error), wantedForRefusal(request), warnings);

/** Ends an answer when its cluster goes. */
const endWith = (gone: AbortSignal, response: ServerResponse): void => {
  const end = (): void => void response.end();
  gone.addEventListener('abort', end);
  response.once('close', () => gone.removeEventListener('abort', end));
};

/**
 * The server of HTTP, which knows nothing but how requests come in and answers go out.
 * @param certificate what it proves itself with; without one it speaks without encryption
 */
export const createFront = (route: Route, certificate?: Certificate): FastifyInstance => {
  const limits = {
    keepAliveTimeout: KEEP_ALIVE,
    requestTimeout: SLOWEST_REQUEST,
    maxHeaderSize: LONGEST_HEADERS,
  };
  const front = Fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    serverFactory: (handler) =>
      certificate
        ? createSecureServer({ ...limits, ...certificate }, handler)
        : createServer(limits, handler),
    frameworkErrors: (error, request, reply) => refuse(request, reply, badRequest(error.message)),
  });
  front.removeAllContentTypeParsers();
  front.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  front.addHook('onRequest', async ({ headers }, reply) => {
    reply.header('audit-id', headers['audit-id'] || randomUUID());
  });
  front.setErrorHandler((error, request, reply) => refuse(request, reply, error));
  front.all('/*', async (request, reply) => {
    const warnings: string[] = [];
    try {
      const visit = visitOf(request, reply, route, (text) => warnings.push(text));
      if (!visit) throw noSuchPath();
      const { answer, wanted } = await handle(visit);
      write(reply, answer, wanted, warnings);
      if ('stream' in answer) endWith(visit.cluster.gone, reply.raw);
    } catch (error) {
      refuse(request, reply, error, warnings);
    }
    return reply;
  });
  return front;
};

import type { FastifyReply, FastifyRequest } from 'fastify';
import { badRequest } from '../../kubernetes/refusals';
import type { HostedCluster } from '../clusters/hostedCluster';
import type { Arrival } from './asked';

/** Where a request goes: the cluster, and the path within it. */
export type Route = (path: string) => { readonly cluster: HostedCluster; readonly path: string } | undefined;

const NOTHING = Buffer.alloc(0);

/** @throws ApiError 400 for a path that is escaped wrongly */
const checkEscapes = (path: string): void => {
  try {
    decodeURIComponent(path);
  } catch {
    throw badRequest(`the path is not escaped as it must be: ${path}`);
  }
};

/**
 * Reads a request as far as its line, headers and body go.
 * @param warn hears what is to be said of it
 * @returns undefined if it is for no cluster that there is
 */
export const visitOf = (
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  warn: (text: string) => void,
): Arrival | undefined => {
  const { url, method, headers, body, raw } = request;
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  checkEscapes(path);
  const found = route(path);
  if (!found) return undefined;
  const gone = new AbortController();
  // Of the response, never of the request: that one ends when its body has been read.
  reply.raw.once('close', () => gone.abort());
  return {
    ...found,
    method,
    query: new URLSearchParams(end < 0 ? '' : url.slice(end + 1)),
    headers,
    body: Buffer.isBuffer(body) ? body : NOTHING,
    distinct: raw.headersDistinct,
    warn,
    gone: gone.signal,
  };
};

import type { IncomingHttpHeaders } from 'node:http';
import type { onRequestAsyncHookHandler } from 'fastify';
import { ApiError } from '../../kubernetes/refusals';

/** Names and addresses at which only this machine is reached, as they stand in URLs. */
const LOOPBACK = /^(127(\.\d+){3}|\[::1\]|([^.]+\.)*localhost)\.?$/i;

/** The name in `name:8001`, or in a URL; undefined if there is none that makes sense. */
const hostnameIn = (url: string): string | undefined => {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
};

const isHere = (hostname: string | undefined): boolean => hostname !== undefined && LOOPBACK.test(hostname);

const refused = (message: string): ApiError => new ApiError({ code: 403, reason: 'Forbidden', message });

/** How a server can be reached. */
export interface Reach {
  /** What it listens on. */
  readonly host: string;
  /** Whoever comes has to show a token. */
  readonly asksForToken: boolean;
}

/**
 * Where no token is needed, whatever runs on this machine may come, but also every page that a browser on it shows: their
 * requests bear the name of the server they took this for, if its name was made to lead here.
 */
const checkHost = ({ host: asked }: IncomingHttpHeaders, { host, asksForToken }: Reach): void => {
  if (asksForToken || asked === undefined) return;
  const hostname = hostnameIn(`http://${asked}`);
  if (isHere(hostname) || (hostname !== undefined && hostname === host.toLowerCase())) return;
  throw refused(
    `this server is not called ${JSON.stringify(asked)}: it is reached as localhost, or, under another name, with a token`,
  );
};

/** Whether a page at this origin is of this machine, or of this very server. */
const isOurs = (origin: string, host: string | undefined): boolean =>
  isHere(hostnameIn(origin)) || origin === `http://${host}` || origin === `https://${host}`;

/** Pages of other sites may not have their readers' browsers ask here. Links that lead here are welcome. */
const checkSite = (headers: IncomingHttpHeaders): void => {
  const { origin, host } = headers;
  if (origin !== undefined) {
    if (isOurs(origin, host)) return;
    throw refused(`a page of another site may not ask this server: its origin is ${JSON.stringify(origin)}`);
  }
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate')
    throw refused('a page of another site may not ask this server');
};

/** Lets no request through that somebody's browser makes for another site. Other clients say nothing of sites. */
export const keepStrangersOut =
  (reach: Reach): onRequestAsyncHookHandler =>
  async ({ headers }) => {
    checkHost(headers, reach);
    checkSite(headers);
  };

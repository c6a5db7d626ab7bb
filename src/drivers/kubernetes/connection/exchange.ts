import * as http from 'node:http';
import * as https from 'node:https';
import type { Access } from './access';

/** One request as it is written. */
export interface Outgoing {
  readonly method: string;
  readonly path: string;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body?: string | undefined;
}

/** An answer whose body is still to come. */
export interface Incoming {
  readonly request: http.ClientRequest;
  readonly response: http.IncomingMessage;
}

/** Nothing came back, or only a part. */
export class Cut extends Error {
  /** Whether the server may have been told what it was asked for. */
  readonly reached: boolean;
  /** Whether it could go better another time. */
  readonly passes: boolean;

  constructor(message: string, { reached, passes }: { readonly reached: boolean; readonly passes: boolean }) {
    super(message);
    this.reached = reached;
    this.passes = passes;
  }
}

/** Sockets that nobody has used for so long (ms) are closed, before the server or something on the way does so. */
const IDLE = 10_000;

/** The sockets to a server: as many as there are requests at a time, and kept for the next ones. */
export const agentFor = ({ url, proxy, tls }: Access): http.Agent => {
  if (proxy) return Object.assign(proxy, { keepAlive: true });
  const options = { keepAlive: true, timeout: IDLE, scheduling: 'lifo' } as const;
  return url.protocol === 'https:' ? new https.Agent({ ...options, ...tls }) : new http.Agent(options);
};

const NOT_TRUSTED = /CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ERR_TLS|SSL|EPROTO/;
/** What the codes of the system mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
};
/** These do not go away by themselves. */
const LASTING = new Set(['ENOTFOUND', 'ERR_INVALID_CHAR', 'ERR_UNESCAPED_CHARACTERS']);

/** What went wrong, in words. Errors of the library and of Node.js may quote what was sent. */
export const cutBy = ({ code = '' }: NodeJS.ErrnoException, reached: boolean): Cut => {
  const isTrusted = !NOT_TRUSTED.test(code);
  const why = isTrusted ? (MEANINGS[code] ?? 'the connection failed') : 'no secure connection comes about';
  return new Cut(code ? `${why} (${code})` : why, { reached, passes: isTrusted && !LASTING.has(code) });
};

/**
 * Sends a request, and waits for the beginning of the answer.
 * @param limit so long (ms)
 * @throws Cut
 */
export const exchange = (
  { url, tls }: Access,
  agent: http.Agent,
  { method, path, headers, body }: Outgoing,
  limit: number,
): Promise<Incoming> =>
  new Promise((resolve, reject) => {
    let reached = false;
    const options = {
      method,
      headers,
      agent,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || undefined,
      path: `${url.pathname.replace(/\/$/, '')}${path}`,
    };
    let request: http.ClientRequest;
    try {
      request = url.protocol === 'https:' ? https.request({ ...options, ...tls }) : http.request(options);
    } catch (error) {
      reject(cutBy(error as NodeJS.ErrnoException, false));
      return;
    }
    const timer = setTimeout(() => {
      reject(new Cut(`there was no answer for ${limit / 1000} s`, { reached, passes: true }));
      request.destroy();
    }, limit);
    request.on('socket', (socket) => {
      // Whoever waits has a timer; a process that waits for nothing but watches may end.
      socket.unref();
      if (!socket.connecting) reached = true;
      else
        socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          reached = true;
        });
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(cutBy(error, reached));
    });
    request.on('response', (response) => {
      clearTimeout(timer);
      resolve({ request, response });
    });
    request.end(body);
  });

/** Reads an answer to its end. @param limit so long (ms) @throws Cut */
export const readAll = ({ request, response }: Incoming, limit: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const timer = setTimeout(() => {
      reject(new Cut(`the answer did not end within ${limit / 1000} s`, { reached: true, passes: true }));
      request.destroy();
    }, limit);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(cutBy(error, true));
    };
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('error', fail);
    response.on('close', () => {
      if (!response.complete) fail(Object.assign(new Error(), { code: 'ECONNRESET' }));
    });
    response.on('end', () => {
      clearTimeout(timer);
      resolve((parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)).toString('utf8'));
    });
  });

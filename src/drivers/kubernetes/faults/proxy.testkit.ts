import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Dials, type Fault, Misfortune } from './dials.testkit';

/** A bad line to a server. */
export interface BadLine {
  readonly url: string;
  /** How often what has gone wrong. */
  readonly happened: ReadonlyMap<Fault, number>;
  close(): Promise<void>;
}

/** A watch that ends before its time does so after so many bytes at most, and one that tells little after so many ms. */
const LONGEST_WATCH = { bytes: 20_000, ms: 2000 };
const SLOWNESS = 50;

const refusal = (code: number, reason: string, message: string, retryAfter?: number): string =>
  JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    details: retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter },
    code,
  });

const ANSWERS = {
  answer500: [500, 'InternalError', 'Internal error occurred: the line is bad'],
  answer503: [503, 'ServiceUnavailable', 'the server is currently unable to handle the request'],
  answer429: [429, 'TooManyRequests', 'too many requests, please try again later'],
} as const;

const isAnswer = (fault: Fault | undefined): fault is keyof typeof ANSWERS =>
  fault !== undefined && Object.hasOwn(ANSWERS, fault);

/**
 * Stands between clients and a server of HTTP, and lets things go wrong, as the dials say. What is not told to go wrong
 * passes as it is, credentials and all.
 */
export const badLineTo = async (target: string, seed: number, dials: Dials): Promise<BadLine> => {
  const { hostname, port } = new URL(target);
  const agent = new Agent({ keepAlive: true });
  const misfortune = new Misfortune(seed, dials);
  const happened = new Map<Fault, number>();

  const forward = (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    onAnswer: (answer: IncomingMessage) => void,
  ): void => {
    const { url: path, method, headers } = incoming;
    const sent = request({ agent, hostname, port, path, method, headers }, onAnswer);
    sent.on('error', () => outgoing.destroy());
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) sent.destroy();
    });
    incoming.pipe(sent);
  };

  const copyHead = (answer: IncomingMessage, outgoing: ServerResponse): void => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    outgoing.flushHeaders();
  };

  /** Half of it, or all of it and then nothing. */
  const cut = (incoming: IncomingMessage, outgoing: ServerResponse, within: boolean): void =>
    forward(incoming, outgoing, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const body = Buffer.concat(pieces);
        if (!within) return outgoing.destroy();
        copyHead(answer, outgoing);
        outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.destroy());
      });
    });

  /** A watch that does not last, or is slow. */
  const trouble = (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    fault: 'endWatch' | 'cutWatch' | 'slowWatch',
    chance: number,
  ): void =>
    forward(incoming, outgoing, (answer) => {
      copyHead(answer, outgoing);
      let left = Math.round(chance * LONGEST_WATCH.bytes);
      const end = (): void => {
        clearTimeout(timer);
        answer.destroy();
        if (fault === 'endWatch') outgoing.end();
        else outgoing.destroy();
      };
      const timer = setTimeout(() => {
        if (fault !== 'slowWatch') end();
      }, chance * LONGEST_WATCH.ms);
      outgoing.once('close', () => {
        clearTimeout(timer);
        answer.destroy();
      });
      let last = Promise.resolve();
      answer.on('data', (piece: Buffer) => {
        if (fault === 'slowWatch') {
          const delay = chance * (dials.slowness ?? SLOWNESS);
          last = last
            .then(() => new Promise((done) => setTimeout(done, delay)))
            .then(() => void outgoing.write(piece));
          return;
        }
        // Where a watch ends as it should, it does so at the end of a line.
        const whole = fault === 'endWatch' ? piece.length : Math.min(left, piece.length);
        outgoing.write(piece.subarray(0, whole));
        left -= piece.length;
        if (left <= 0) end();
      });
      answer.on('end', () => void last.then(() => outgoing.end()));
    });

  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/' } = incoming;
    const isWatch = /[?&]watch=(true|1)/.test(url);
    const { fault, chance } = misfortune.of(method, url.split('?')[0] ?? url, isWatch);
    if (fault) happened.set(fault, (happened.get(fault) ?? 0) + 1);
    outgoing.on('error', () => {});
    if (isAnswer(fault)) {
      const [code, reason, message] = ANSWERS[fault];
      const retryAfter = code === 500 ? undefined : (dials.retryAfter ?? 0);
      incoming.resume();
      outgoing.writeHead(code, {
        'content-type': 'application/json',
        ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      });
      outgoing.end(refusal(code, reason, message, retryAfter));
    } else if (fault === 'oldWatch') {
      const status = refusal(410, 'Expired', 'too old resource version: 1 (2)');
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(`{"type":"ERROR","object":${status}}\n`);
    } else if (fault === 'cutBefore') incoming.socket.destroy();
    else if (fault === 'cutAfter' || (fault === 'cutWithin' && !isWatch))
      cut(incoming, outgoing, fault === 'cutWithin');
    else if (fault === 'endWatch' || fault === 'cutWatch' || fault === 'slowWatch')
      trouble(incoming, outgoing, fault, chance);
    else
      forward(incoming, outgoing, (answer) => {
        copyHead(answer, outgoing);
        answer.on('error', () => outgoing.destroy());
        answer.pipe(outgoing);
      });
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    happened,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked: with the path goes its query. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** How somebody between a client and a server twists the truth. What is left out passes as it is. */
export interface Meddling {
  /** What is answered in place of JSON that the server has answered. */
  answer?(asked: Asked, body: unknown): unknown;
  /** What becomes of a line that a watch tells: another one, or none. A promise holds it back, and all that follow. */
  line?(asked: Asked, line: string): string | undefined | Promise<string | undefined>;
  /** The code of a refusal that is answered in place of the server, which hears nothing. */
  refuses?(asked: Asked): number | undefined;
}

/** Somebody who stands between clients and a server of HTTP. */
export interface Meddler {
  readonly url: string;
  close(): Promise<void>;
}

const isWatch = ({ path }: Asked): boolean => /[?&]watch=(true|1)/.test(path);

const textOf = async (stream: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
};

const refusal = (code: number): string =>
  JSON.stringify({
    ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', code },
    ...{ reason: code === 403 ? 'Forbidden' : 'InternalError', message: `refused with ${code}` },
  });

/** Tells the lines of a stream one after another, as they are to be told. */
const tellLines = (
  answer: IncomingMessage,
  outgoing: ServerResponse,
  tell: (line: string) => unknown,
): void => {
  let rest = '';
  let last = Promise.resolve();
  answer.setEncoding('utf8');
  answer.on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      last = last
        .then(() => tell(line))
        .then((told) => {
          if (typeof told === 'string') outgoing.write(`${told}\n`);
        });
  });
  answer.on('end', () => void last.then(() => outgoing.end()));
};

/** Stands before a server, and meddles. */
export const meddlerBefore = async (target: string, meddling: Meddling): Promise<Meddler> => {
  const { hostname, port } = new URL(target);
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const asked: Asked = { method, path };
    outgoing.on('error', () => {});
    const code = meddling.refuses?.(asked);
    if (code !== undefined) {
      incoming.resume();
      outgoing.writeHead(code, { 'content-type': 'application/json' });
      outgoing.end(refusal(code));
      return;
    }
    const onAnswer = (answer: IncomingMessage): void => {
      const { statusCode = 502, rawHeaders } = answer;
      answer.on('error', () => outgoing.destroy());
      if (isWatch(asked) && meddling.line) {
        outgoing.writeHead(statusCode, rawHeaders);
        outgoing.flushHeaders();
        tellLines(answer, outgoing, (line) => meddling.line?.(asked, line));
      } else if (!isWatch(asked) && meddling.answer && answer.headers['content-type']?.includes('json')) {
        const { 'content-length': _, 'transfer-encoding': __, ...rest } = answer.headers;
        void textOf(answer).then((text) => {
          outgoing.writeHead(statusCode, rest);
          outgoing.end(JSON.stringify(meddling.answer?.(asked, JSON.parse(text))));
        });
      } else {
        outgoing.writeHead(statusCode, rawHeaders);
        outgoing.flushHeaders();
        answer.pipe(outgoing);
      }
    };
    const sent = request({ agent, hostname, port, path, method, headers }, onAnswer);
    sent.on('error', () => outgoing.destroy());
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) sent.destroy();
    });
    incoming.pipe(sent);
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

interface Discovered {
  readonly items?: readonly { readonly metadata: { readonly name?: string } }[];
  readonly groups?: readonly { readonly name: string }[];
}

const isOfWorld = (group = ''): boolean => group.endsWith('.rollcall.dev');

/** Hides what a served cluster offers of a world of its own: what is left is a control plane without a kubelet. */
export const withoutWorld = ({ path }: Asked, body: unknown): unknown => {
  if (path.split('?')[0] !== '/apis') return body;
  const { items, groups } = body as Discovered;
  return {
    ...(body as object),
    ...(items ? { items: items.filter(({ metadata }) => !isOfWorld(metadata.name)) } : {}),
    ...(groups ? { groups: groups.filter(({ name }) => !isOfWorld(name)) } : {}),
  };
};

import { ApiError, type Status } from '../../../kubernetes/refusals';
import type { User } from '../../../port/api';
import type { Connection, Stream } from '../connection/connection';

const refusalOf = async (response: Response): Promise<ApiError> => {
  const text = await response.text();
  try {
    return new ApiError(JSON.parse(text) as Status);
  } catch {
    return new ApiError({ code: response.status, reason: '', message: text });
  }
};

const readLines = async (body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> => {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    rest += first;
    for (const each of others) {
      onLine(rest);
      rest = each;
    }
  }
};

/** A connection with nothing but what a watch needs. */
export const plainConnection = (server: string, headers: Record<string, string> = {}): Connection => {
  const all = new AbortController();
  const headersFor = (as?: User): Record<string, string> =>
    as ? { ...headers, 'impersonate-user': as.name } : headers;
  return {
    server,
    latency: 5,
    skew: 0,
    now: () => Date.now(),
    earliest: () => Date.now(),
    async send({ method, path, body, contentType = 'application/json', as }) {
      const response = await fetch(`${server}${path}`, {
        method,
        headers: { ...headersFor(as), 'content-type': contentType },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw await refusalOf(response);
      return { code: response.status, body: await response.json(), warnings: [] };
    },
    async listen(path, onLine, as): Promise<Stream> {
      const own = new AbortController();
      const signal = AbortSignal.any([own.signal, all.signal]);
      const response = await fetch(`${server}${path}`, { headers: headersFor(as), signal });
      if (!response.ok) throw await refusalOf(response);
      const over = readLines(response.body as ReadableStream<Uint8Array>, onLine).then(
        () => undefined,
        (error: Error) => error,
      );
      return { over, end: () => own.abort() };
    },
    close: () => all.abort(),
  };
};

import { type Message, unpack } from '../view';

/** Where the API of the page's cluster is: nothing, or `/clusters/NAME`. */
const BASE = /^(\/clusters\/[^/]+)?/.exec(location.pathname)?.[0] ?? '';

const CLOCK = '/apis/clock.rollcall.dev/v1alpha1';

/** The server wants a token, or another one. */
export class TokenNeeded extends Error {}
/** There is no such cluster any more. */
export class ClusterGone extends Error {}

interface Asked {
  readonly token: string | undefined;
  readonly method?: string;
  readonly type?: string;
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** @throws TokenNeeded, ClusterGone, and an error that says what the server says */
const ask = async (path: string, { token, method = 'GET', type, body, signal }: Asked): Promise<Response> => {
  const response = await fetch(`${BASE}${path}`, {
    method,
    signal: signal ?? null,
    credentials: 'omit',
    headers: {
      accept: 'application/json',
      ...(type ? { 'content-type': type } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (response.ok) return response;
  if (response.status === 401) throw new TokenNeeded();
  if (response.status === 404) throw new ClusterGone();
  const status = (await response.json()) as { readonly message?: string };
  throw new Error(status.message ?? response.statusText);
};

/** Has time stand still, or go so fast. */
export const changeClock = async (
  spec: { readonly paused?: boolean; readonly speed?: number },
  token: string | undefined,
): Promise<void> => {
  const type = 'application/merge-patch+json';
  await ask(`${CLOCK}/clocks/cluster`, { token, method: 'PATCH', type, body: { spec } });
};

/** Lets time go by. It is over when so much has gone by. */
export const step = async (
  spec: { readonly duration: string } | { readonly untilQuiet: true },
  token: string | undefined,
): Promise<void> => {
  const body = { apiVersion: 'clock.rollcall.dev/v1alpha1', kind: 'Step', spec };
  await ask(`${CLOCK}/steps`, { token, method: 'POST', type: 'application/json', body });
};

/** Hears what the server tells of the cluster, until the server ends or the signal fires. */
export const listen = async (
  hear: (message: Message) => void,
  { token, signal }: { readonly token: string | undefined; readonly signal: AbortSignal },
): Promise<void> => {
  const { body } = await ask('/live', { token, signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const lines = (text + read.value).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) hear(unpack(line));
  }
};

import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../view';
import { ClusterGone, listen, TokenNeeded } from './requests';

/** How the page stands with its server. */
export type Connection = 'begins' | 'live' | 'lost' | 'gone' | 'asksForToken' | 'tokenWrong';

/** Milliseconds until it is tried again; longer and longer. */
const FIRST_TRY = 500;
const LONGEST_PAUSE = 10_000;

/** A message as far as it is known, and when its picture came (ms since whenever). */
export type Heard = Message & { readonly at: number };

/** What the server tells, as long as the page is to be seen. Browsers do not open many connections: hidden pages give theirs up. */
export const useLive = (first: Message, asksForToken: boolean) => {
  const [heard, setHeard] = useState<Heard>({ ...first, at: performance.now() });
  const [connection, setConnection] = useState<Connection>(asksForToken ? 'asksForToken' : 'begins');
  const [token, setToken] = useState<string>();
  useEffect(() => {
    if (asksForToken && token === undefined) return;
    let stop = new AbortController();
    let pause = FIRST_TRY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (message: Message): void => {
      pause = FIRST_TRY;
      setConnection('live');
      setHeard((before) => ({ ...before, ...message, at: message.view ? performance.now() : before.at }));
    };
    const begin = async (): Promise<void> => {
      const { signal } = stop;
      const error = await listen(hear, { token, signal }).catch((reason: unknown) => reason);
      if (signal.aborted) return;
      if (error instanceof TokenNeeded) {
        setConnection(token === undefined ? 'asksForToken' : 'tokenWrong');
        return setToken(undefined);
      }
      setConnection(error instanceof ClusterGone ? 'gone' : 'lost');
      timer = setTimeout(begin, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    const end = (): void => {
      clearTimeout(timer);
      stop.abort();
    };
    const onVisibility = (): void => {
      end();
      stop = new AbortController();
      if (!document.hidden) begin();
    };
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      end();
    };
  }, [token, asksForToken]);
  return { heard, connection, token, setToken };
};

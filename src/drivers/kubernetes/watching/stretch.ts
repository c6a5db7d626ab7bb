import type { User } from '../../../port/api';
import type { Connection, Stream } from '../connection/connection';
import type { Timers } from './timers';

/** How a stretch ended. */
export interface Ending {
  /** What went wrong. A stream that the server has ended in good order has none. */
  readonly error?: Error | undefined;
  readonly lines: number;
  /** In milliseconds. */
  readonly lasted: number;
}

/** A stretch of a watch: one stream, from when it is asked for until it ends. */
export interface Stretch {
  readonly over: Promise<Ending>;
  end(error?: Error): void;
}

/** A stream that should have ended, and has not: nobody knows whether anything still comes. */
export class Stalled extends Error {}

/** What is listened to. */
interface Listening {
  readonly connection: Connection;
  readonly path: string;
  readonly as?: User | undefined;
  readonly timers: Timers;
  /** When (ms) it is held to have stalled. */
  readonly limit: number;
  onOpen(): void;
  /** @returns what is wrong with the line, which ends the stretch */
  onLine(line: string): Error | undefined;
}

/** Opens a stream. Once it is over, no line is handed on; that the server is slow to hear of it does not matter. */
export const listenOnce = ({ connection, path, as, timers, limit, onOpen, onLine }: Listening): Stretch => {
  const begun = timers.now();
  let stream: Stream | undefined;
  let isOver = false;
  let lines = 0;
  let tell: (ending: Ending) => void;
  const over = new Promise<Ending>((resolve) => {
    tell = resolve;
  });
  const end = (error?: Error): void => {
    if (isOver) return;
    isOver = true;
    cancel();
    stream?.end();
    tell({ error, lines, lasted: timers.now() - begun });
  };
  const cancel = timers.after(limit, () => end(new Stalled()));
  const hear = (line: string): void => {
    if (isOver) return;
    lines++;
    const error = onLine(line);
    if (error) end(error);
  };
  connection.listen(path, hear, as).then((opened) => {
    if (isOver) return opened.end();
    stream = opened;
    onOpen();
    opened.over.then(end);
    return undefined;
  }, end);
  return { over, end };
};

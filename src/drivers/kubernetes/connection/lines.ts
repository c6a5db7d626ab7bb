import type { Stream } from './connection';
import { cutBy, type Incoming } from './exchange';

/** A watch that is told nothing for so long (ms), not even that there is nothing, has been forgotten on the way. */
const SILENT = 90_000;

/** Tells each line of an answer, until it ends. What follows the last line break is none: it was cut. */
export const tellLines = ({ request, response }: Incoming, onLine: (line: string) => void): Stream => {
  let rest = '';
  let isEnded = false;
  const over = new Promise<Error | undefined>((resolve) => {
    let problem: Error | undefined;
    request.setTimeout(SILENT, () => {
      problem ??= new Error(`nothing was told for ${SILENT / 1000} s`);
      request.destroy();
    });
    const fail = (error: NodeJS.ErrnoException): void => {
      problem ??= cutBy(error, true);
    };
    request.on('error', fail);
    response.on('error', fail);
    response.on('close', () => resolve(isEnded ? undefined : problem));
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!isEnded && line !== '') onLine(line);
    });
  });
  const end = (): void => {
    isEnded = true;
    request.destroy();
  };
  return { over, end };
};

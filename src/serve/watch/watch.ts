import { ApiError } from '../../kubernetes/refusals';
import type { Handler } from '../http/answer';
import type { Asked } from '../http/asked';
import { listOptionsOf } from '../http/options';

/** Tells changes of a collection, one line of JSON each, until the client goes. */
export const watch: Handler<Asked> = (asked) => {
  const { cluster, target, caller, gone } = asked;
  const lines: string[] = [];
  let write = (line: string): unknown => lines.push(line);
  const end = cluster.server.watch(target.resource, listOptionsOf(asked), caller, (event) =>
    write(`${JSON.stringify(event)}\n`),
  );
  gone.addEventListener('abort', end);
  if (gone.aborted) throw new ApiError({ code: 499, reason: '', message: 'the client has gone' });
  return {
    stream: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.flushHeaders();
      for (const line of lines) response.write(line);
      write = (line) => response.write(line);
    },
  };
};

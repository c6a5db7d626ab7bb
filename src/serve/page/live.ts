import type { ServerResponse } from 'node:http';
import { wall as realWall, type Wall } from '../clusters/wall';
import type { Broadcast } from './broadcast';
import { type About, pack } from './view';

/** Milliseconds between two looks at which clusters there are. */
const ABOUT_EVERY = 5000;

/**
 * Shows a cluster to one page, until it goes: a line of JSON for each picture. For whoever reads slowly, pictures that were
 * not read in time are left out.
 */
export const showLive = (
  response: ServerResponse,
  broadcast: Broadcast,
  about: () => About,
  wall: Wall = realWall,
): void => {
  if (response.closed) return;
  let waiting: string | undefined;
  let told = '';
  let cancel: (() => void) | undefined;
  const send = (message: string): void => {
    if (response.writableNeedDrain) waiting = message;
    else response.write(`${message}\n`);
  };
  const tellAbout = (): void => {
    cancel = wall.after(ABOUT_EVERY, tellAbout);
    const message = pack({ about: about() });
    // What is left out for a page that does not read is told the next time.
    if (message === told || response.writableNeedDrain) return;
    told = message;
    response.write(`${message}\n`);
  };
  response.writeHead(200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.on('drain', () => {
    if (waiting !== undefined) response.write(`${waiting}\n`);
    waiting = undefined;
  });
  const leave = broadcast.join(send);
  response.once('close', () => {
    cancel?.();
    leave();
  });
  tellAbout();
  send(pack({ view: broadcast.now() }));
};

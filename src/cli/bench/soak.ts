import type { Target } from './figures';
import { type Ask, Clients, Listeners } from './load';
import type { ServedProcess } from './servedProcess';

const PLACE = '/api/v1/namespaces/default/configmaps';
const NAMES = 200;
/** So many watches come, and go, in each round. */
const WATCHES = 50;
const REQUESTS = 1000;
const PATIENCE = 20;
const MEGABYTE = 1024 * 1024;
const MINUTE = 60_000;

/** What clients do all day: write, look, and take things away again. Each round leaves as much as it found. */
const churn = (index: number): Ask => {
  const name = `soak-${Math.floor(index / 5) % NAMES}`;
  switch (index % 5) {
    case 0:
      return { method: 'POST', path: PLACE, body: { metadata: { name }, data: { at: `${index}` } } };
    case 1:
      return { method: 'PATCH', path: `${PLACE}/${name}`, body: { data: { text: 'x'.repeat(2000) } } };
    case 2:
      return { method: 'GET', path: `${PLACE}?limit=50` };
    case 3:
      return { method: 'GET', path: '/api/v1/pods' };
    default:
      return { method: 'DELETE', path: `${PLACE}/${name}` };
  }
};

const round = async (served: ServedProcess): Promise<void> => {
  const listeners = new Listeners(served.url);
  await listeners.open(WATCHES, `${PLACE}?watch=true&allowWatchBookmarks=true`);
  // One at a time: what is taken away was made before.
  const clients = new Clients(served.url, 1);
  await clients.sendAll(REQUESTS, churn);
  clients.close();
  listeners.close();
};

/** Keeps a server busy for so many minutes. @returns how much larger it is afterwards than once it was warm */
export const soak = async (served: ServedProcess, minutes: number): Promise<Target> => {
  for (let warm = 0; warm < 2; warm++) await round(served);
  const before = await served.report();
  const end = performance.now() + minutes * MINUTE;
  let rounds = 0;
  do {
    await round(served);
    rounds++;
  } while (performance.now() < end);
  let after = await served.report();
  // The last to go need not have been noticed yet.
  for (let tries = 0; after.watches > 0 && tries < PATIENCE; tries++) after = await served.report();
  const growth = (after.heap - before.heap) / MEGABYTE;
  console.log(
    `  ${growth.toFixed(1)} MB more after ${rounds} rounds of ${REQUESTS} requests and ${WATCHES} watches each, ` +
      `${after.objects - before.objects} objects and ${after.watches} watches left over`,
  );
  return { what: 'growth under churn', value: growth, limit: 20, unit: 'MB' };
};

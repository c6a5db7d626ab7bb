import { seconds, type Target, whole } from './figures';
import { type Ask, Clients, Listeners } from './load';
import { ServedProcess } from './servedProcess';
import { soak } from './soak';

const PLACE = '/api/v1/namespaces/default/configmaps';
const CLIENTS = 16;
const REQUESTS = 3000;
const WATCHES = 1000;
const CHANGES = 200;

/** How many runs there are in all. */
export const RUNS_OF_SERVING = 6;

const aNote = (name: string): object => ({ metadata: { name }, data: { text: 'x'.repeat(500) } });

const REQUESTS_OF: readonly { readonly title: string; readonly ask: (index: number) => Ask }[] = [
  { title: 'create', ask: (index) => ({ method: 'POST', path: PLACE, body: aNote(`n${index}`) }) },
  { title: 'get', ask: (index) => ({ method: 'GET', path: `${PLACE}/n${index}` }) },
  { title: 'list of 500', ask: () => ({ method: 'GET', path: `${PLACE}?limit=500` }) },
];

/** How many requests of a kind are answered in a second, and what one costs the server. */
const benchRequests = async (served: ServedProcess, onRun: () => void): Promise<readonly Target[]> => {
  const clients = new Clients(served.url, CLIENTS);
  const targets: Target[] = [];
  console.log(`A server, and ${CLIENTS} clients`);
  for (const { title, ask } of REQUESTS_OF) {
    onRun();
    const total = title.startsWith('list') ? REQUESTS / 10 : REQUESTS;
    const before = await served.report();
    const taken = await clients.sendAll(total, ask);
    const { cpu } = await served.report();
    const cost = (1000 * (cpu - before.cpu)) / total;
    console.log(`  ${whole((1000 * total) / taken)} a second  ${seconds(cost)} ms of CPU each  ${title}`);
    if (title === 'get') targets.push({ what: 'a get', value: cost, limit: 1, unit: 'ms of CPU' });
  }
  clients.close();
  return targets;
};

/** How many events a second reach those who watch. */
const benchWatches = async (served: ServedProcess, onRun: () => void): Promise<readonly Target[]> => {
  onRun();
  const listeners = new Listeners(served.url);
  const clients = new Clients(served.url, CLIENTS);
  await listeners.open(
    WATCHES,
    `${PLACE}?watch=true&sendInitialEvents=false&resourceVersionMatch=NotOlderThan`,
  );
  const before = await served.report();
  const begun = performance.now();
  const heard = listeners.hear(WATCHES * CHANGES);
  await clients.sendAll(CHANGES, (index) => ({ method: 'POST', path: PLACE, body: aNote(`w${index}`) }));
  await heard;
  const taken = performance.now() - begun;
  const after = await served.report();
  listeners.close();
  clients.close();
  const events = WATCHES * CHANGES;
  const cost = (1_000_000 * (after.cpu - before.cpu)) / events;
  console.log(
    `  ${whole((1000 * events) / taken)} events a second to ${WATCHES} watches  ${seconds(cost)} µs of CPU each`,
  );
  return [{ what: `an event to one of ${WATCHES} watches`, value: cost, limit: 50, unit: 'µs of CPU' }];
};

/** What it costs to serve. @param minutes how long a server is kept busy to see whether it grows */
export const benchServing = async (minutes: number, onRun: () => void): Promise<readonly Target[]> => {
  const served = await ServedProcess.start();
  try {
    const targets = [...(await benchRequests(served, onRun)), ...(await benchWatches(served, onRun))];
    onRun();
    const fresh = await served.fresh();
    console.log(`  ${seconds(fresh)} ms of CPU to a fresh cluster`);
    onRun();
    return [
      ...targets,
      { what: 'a fresh cluster', value: fresh, limit: 10, unit: 'ms of CPU' },
      await soak(served, minutes),
    ];
  } finally {
    served.stop();
  }
};

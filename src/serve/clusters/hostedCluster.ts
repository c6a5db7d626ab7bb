import { setMaxListeners } from 'node:events';
import { administrator, type Caller } from '../../cluster/apiserver/requests/caller';
import type { Order } from '../../cluster/apiserver/requests/order';
import type { ApiServer } from '../../cluster/apiserver/requests/server';
import { InProcessCluster } from '../../cluster/cluster';
import { MODEL_EPOCH } from '../../kubernetes/fields/time';
import type { Kind } from '../../kubernetes/kinds/kind';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import { createTokens } from '../identity/tokens';
import { Watching, type WatchingOptions } from '../watch/watching';
import { clocks } from '../world/clockKinds';
import { World } from '../world/world';
import { Clock, type ClockOptions } from './clock';
import { Journal } from './journal';
import { wall as realWall, type Wall } from './wall';

/** How a hosted cluster is made. */
export interface HostOptions extends ClockOptions {
  /** How many machines it has from the start: `node-1`, `node-2`, … Default 0. */
  readonly nodes?: number;
  /** Decides names, orders and interleavings. Default 1. */
  readonly seed?: number;
  /** A rough day: events come late and in pieces, writes fail or lose their reply, controllers are restarted. */
  readonly disturbed?: boolean;
}

/** What a cluster is hosted by. */
export interface Host {
  readonly wall?: Wall;
  /** What administrators have to show. By default whoever shows nothing is one. */
  readonly token?: string | undefined;
  /** How those who watch are served. */
  readonly watching?: WatchingOptions | undefined;
  /** Hears what is amiss in a cluster, in a sentence. By default it is written to stderr. */
  tell?(text: string): void;
}

/** A cluster that clients talk to, under a name. */
export interface HostedCluster {
  readonly name: string;
  readonly options: HostOptions;
  readonly cluster: InProcessCluster;
  readonly server: ApiServer;
  /** What it serves now. */
  readonly kinds: Kinds;
  readonly clock: Clock;
  /** Who watches it. */
  readonly watching: Watching;
  /** Who somebody is that shows nothing; undefined if nobody may come so. */
  readonly visitor: Caller | undefined;
  /** Fires when the cluster is dropped. */
  readonly gone: AbortSignal;
  /** How orders of a kind are carried out; undefined for kinds that are stored. */
  orderOf(kind: Kind): Order | undefined;
  /** Before a request for objects is handled: it is of this moment. @param reads whether objects of the kind are read */
  attend(kind: Kind, reads: boolean): void;
  /** After a request that may have written something: whoever acts on it has a turn soon. @param kind what it was about */
  follow(kind: Kind): void;
  /** Ends it: its timers, its watches, and whoever waits for time to go by. */
  close(): void;
}

const toStderr = (text: string): void => void process.stderr.write(`${text}\n`);

const namesOf = (nodes: number): readonly string[] =>
  Array.from({ length: nodes }, (_, index) => `node-${index + 1}`);

/** Up to so many machines join at once; of more, others in this process have their turn meanwhile. */
const AT_ONCE = 100;

/** Less than versions that are made up are, and more than is written in a day. */
const FIRST_REVISIONS = [1_000_000, 90_000_000] as const;

/**
 * Where the versions of a cluster begin. Those of another life of it, which clients may still know, are hardly ever among
 * them: who goes on from there is told to begin anew.
 */
const firstRevision = (): number => {
  const [least, most] = FIRST_REVISIONS;
  return least + Math.floor(Math.random() * (most - least));
};

/**
 * Makes a cluster whose time is that on the wall. What takes no time has happened: its nodes have joined, unless they are
 * many; then they have when `clock.step(0)` is over.
 */
export const hostCluster = (
  name: string,
  options: HostOptions = {},
  { wall = realWall, tell = toStderr, token, watching: watchers }: Host = {},
): HostedCluster => {
  const { nodes = 0, seed = 1, disturbed = false } = options;
  let time: Clock | undefined;
  const cluster = new InProcessCluster({
    seed,
    disturbed,
    start: wall.now() - MODEL_EPOCH,
    revision: firstRevision(),
    managedFields: true,
    furnished: 'served',
    dozes: () => time?.isStepping === true,
  });
  const { server, loop, registry } = cluster;
  const clock = new Clock(loop, wall, (text) => tell(`In the cluster "${name}" ${text}`), options);
  time = clock;
  server.tokens = createTokens(new Map(token ? [[token, administrator]] : []));
  const watching = new Watching(watchers);
  const journal = new Journal(registry.store.revision);
  registry.store.observe(({ object }) => journal.note(Number(object.metadata.resourceVersion), loop.now));
  const world = new World(cluster, clock, journal, namesOf(nodes));
  if (nodes <= AT_ONCE) loop.runReady();
  else clock.touch();
  registry.store.observe(() => clock.touch());
  const gone = new AbortController();
  setMaxListeners(0, gone.signal);
  return {
    name,
    options,
    cluster,
    server,
    kinds: registry.kinds,
    clock,
    watching,
    visitor: token ? undefined : administrator,
    gone: gone.signal,
    orderOf: (kind) => world.orderOf(kind),
    attend: (kind, reads) => {
      clock.catchUp();
      if (reads) world.beforeReading(kind);
    },
    follow: (kind) => {
      if (world.has(kind) && (clock.stepped || kind.group === clocks.group)) world.work();
      clock.touch();
    },
    close: () => {
      clock.close();
      watching.close();
      gone.abort();
    },
  };
};

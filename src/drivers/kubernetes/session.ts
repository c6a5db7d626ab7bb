import { Kinds } from '../../kubernetes/kinds/kinds';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { PrinterColumn, ResourceType } from '../../kubernetes/resourceType';
import type { Target } from '../../port/target';
import { discover, isStored } from './api/discovery';
import { type Claims, claimsOf } from './capabilities';
import { connect } from './connection/connect';
import type { Connection } from './connection/connection';
import type { Remains } from './leave';
import { NodeNames } from './nodeNames';
import { clusterOfWorker, makesClusters, type WorkersCluster } from './served/clusters';
import { type Offer, offerIn } from './served/offer';
import { SETTLING } from './settling/ours';
import { watchedFromTheStart, withWhatComesOfIt } from './watching/kinds';
import { Watching } from './watching/watching';

/** Definitions of kinds, as far as it is read here. */
interface Definition extends KubeObject {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly plural: string };
    readonly versions: readonly {
      readonly name: string;
      readonly additionalPrinterColumns?: readonly PrinterColumn[];
    }[];
  };
}

/** Versions of one group are the same objects. */
export const keyOf = ({ group, plural }: ResourceType): string => `${group}/${plural}`;

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/** Told again and again, or a second time; and what is told of the world outside, which is not the cluster. */
const isNoise = (resource: ResourceType): boolean =>
  ['coordination.k8s.io/leases', 'events.k8s.io/events'].includes(keyOf(resource)) ||
  resource.group.endsWith('.rollcall.dev');

/** One of several versions of the same objects. */
const watchable = (kinds: readonly ResourceType[]): readonly ResourceType[] => {
  const found = new Map<string, ResourceType>();
  for (const kind of kinds)
    if (kind.verbs.includes('watch') && !isNoise(kind) && !found.has(keyOf(kind)))
      found.set(keyOf(kind), kind);
  return [...found.values()];
};

/** Without these nothing can be told of a cluster. */
const ESSENTIAL: ReadonlySet<string> = new Set(
  [resources.nodes, resources.namespaces, resources.pods, resources.daemonsets].map(keyOf),
);

/** What examples look at, whether or not they have written it. Every other kind begins when something of it is to be written. */
const FROM_THE_START: ReadonlySet<string> = new Set([
  ...[...watchedFromTheStart, ...SETTLING].map(keyOf),
  DEFINITIONS,
]);

/** True of kinds that every example looks at. */
export const concernsAll = (resource: ResourceType): boolean => FROM_THE_START.has(keyOf(resource));

/** What all examples of a process share: the connection with a cluster, and what is known of it. */
export class Session {
  readonly target: Target;
  readonly connection: Connection;
  readonly watching: Watching;
  /** `v1.36.2` */
  readonly version: string;
  /** What a cluster offers that has a world of its own. */
  readonly offer: Offer | undefined;
  /** Names of nodes that the control plane may remember from examples before. */
  readonly nodeNames = new NodeNames();
  /** What the example before has left behind. */
  remains: Remains = () => [];
  #kinds: readonly ResourceType[];
  #watched: readonly ResourceType[] = [];
  #claims: Promise<Claims> | undefined;
  #isStale = false;
  /** Nodes that are gone, by uid. */
  readonly #formerNodes = new Set<string>();
  #dropOwn: (() => Promise<void>) | undefined;
  #examples = firstNumber();

  private constructor(
    target: Target,
    { connection, version }: { readonly connection: Connection; readonly version: string },
    kinds: readonly ResourceType[],
  ) {
    this.target = target;
    this.connection = connection;
    this.version = version;
    this.watching = new Watching(connection);
    this.#kinds = kinds.filter(isStored);
    this.offer = offerIn(kinds);
  }

  /** @throws Error whose message is for the terminal, if there is no cluster to be had */
  static async open(target: Target): Promise<Session> {
    const { connection: server, version } = await connect(target);
    let session: Session | undefined;
    try {
      const own = await ownCluster(server, target);
      const connection = own?.connection ?? server;
      session = new Session(target, { connection, version }, await discover(connection));
      session.#dropOwn = own?.drop;
      await session.#begin();
      return session;
    } catch (error) {
      // Whatever is open would keep the process from ending.
      await session?.close().catch(() => {});
      server.close();
      throw error;
    }
  }

  /** Of everything of these kinds it is heard. */
  get watched(): readonly ResourceType[] {
    return this.#watched.filter((each) => this.watching.watches(each));
  }

  /** All nodes that there are now, or have been, by uid: another one of the same name is none of them. */
  nodesSoFar(): ReadonlySet<string> {
    const there = this.watching.all(resources.nodes).map(({ metadata }) => metadata.uid);
    return new Set([...this.#formerNodes, ...there]);
  }

  /** What the server serves, as it was last said. */
  get known(): readonly ResourceType[] {
    return this.#kinds;
  }

  /** What the server serves. @param isNew asks it again */
  async kinds(isNew: boolean): Promise<readonly ResourceType[]> {
    if (isNew || this.#isStale) {
      this.#isStale = false;
      const found = await discover(this.connection);
      this.#kinds = found.filter(isStored).map((each) => this.#withColumns(each));
    }
    return this.#kinds;
  }

  /** Settings of the cluster have changed, and with them the kinds that it serves. */
  async refresh(): Promise<void> {
    const served = new Set((await this.kinds(true)).map(keyOf));
    for (const each of this.watched) if (!served.has(keyOf(each))) this.watching.end(each);
    this.#watched = this.watched;
    await Promise.all(watchable(this.#kinds).map((each) => this.watch(each)));
  }

  /** What the cluster can do, as far as that was asked already. */
  claims(): Promise<Claims> {
    const { connection, target } = this;
    this.#claims ??= claimsOf({ connection, kinds: this.#kinds, target });
    return this.#claims;
  }

  /** Watches a kind from now on, and what controllers make of it: before it is written. */
  async watch(resource: ResourceType): Promise<void> {
    if (isNoise(resource) || !resource.verbs.includes('watch')) return;
    await this.watching.begin([resource]);
    const known = new Set(this.#watched.map(keyOf));
    const more = withWhatComesOfIt(resource).filter((each) => !known.has(keyOf(each)));
    if (more.length > 0) this.#watched = [...this.#watched, ...more];
  }

  /** A number that no other example of the run has. */
  nextNumber(): string {
    this.#examples += 1;
    return (this.#examples * WORKERS + workerOf()).toString(36);
  }

  /** Nothing is heard, or asked, any more. */
  async close(): Promise<void> {
    this.watching.close();
    try {
      await this.#dropOwn?.();
    } finally {
      this.connection.close();
    }
  }

  async #begin(): Promise<void> {
    await this.#watchAll();
    this.watching.subscribe(({ resource, type, object }) => {
      if (keyOf(resource) === DEFINITIONS) this.#isStale = true;
      if (type === 'DELETED' && keyOf(resource) === keyOf(resources.nodes))
        this.#formerNodes.add(object.metadata.uid);
    });
  }

  async #watchAll(): Promise<void> {
    // A world of its own stands still while it is asked; on others, every stream is one more for the server to keep open.
    const wanted = this.offer ? this.#kinds : this.#kinds.filter(concernsAll);
    const tried = await Promise.all(
      watchable(wanted).map(async (resource) => {
        try {
          await this.watching.begin([resource]);
          return [resource];
        } catch (error) {
          // Not everything may be looked at by everybody, or is there at the moment.
          if (error instanceof ApiError && !ESSENTIAL.has(keyOf(resource))) return [];
          throw error;
        }
      }),
    );
    this.#watched = tried.flat();
  }

  /** Discovery does not say what is shown of custom kinds. */
  #withColumns(kind: ResourceType): ResourceType {
    const definitions = this.watched.find((each) => keyOf(each) === DEFINITIONS);
    if (!definitions || !kind.group.includes('.')) return kind;
    const all = this.watching.all(definitions as ResourceType<Definition>);
    const definition = all.find(({ spec }) => spec.group === kind.group && spec.names.plural === kind.plural);
    const version = definition?.spec.versions.find(({ name }) => name === kind.version);
    return version ? { ...kind, printerColumns: version.additionalPrinterColumns } : kind;
  }
}

/**
 * One of several workers has a cluster of its own, where the server can make any: a clock that is moved can be shared with
 * nobody.
 */
const ownCluster = async (server: Connection, { run }: Target): Promise<WorkersCluster | undefined> => {
  const worker = process.env.CUCUMBER_WORKER_ID;
  if (worker === undefined || !offerIn(await discover(server)) || !(await makesClusters(server)))
    return undefined;
  return clusterOfWorker(server, run, worker);
};

/** There are never so many workers. */
const WORKERS = 36;

const workerOf = (): number => Number(process.env.CUCUMBER_WORKER_ID ?? 0) % WORKERS;

const DAY = 24 * 60 * 60 * 1000;

/** Another round of the same run does not begin with the numbers of the last one: what that has left may still be there. */
const firstNumber = (): number => Math.floor((Date.now() % DAY) / 100);

/** The same kinds as a registry, as an example knows them. */
export const registryOf = (kinds: readonly ResourceType[]): Kinds<ResourceType> => new Kinds(kinds);

import { ApiError } from '../../../kubernetes/refusals';
import { Inconclusive } from '../../../port/inconclusive';
import type { Connection } from '../connection/connection';

const COLLECTION = '/clusters';

/** What the names of clusters begin with that runs make. */
const OURS = 'rollcall-';

interface Described {
  readonly name: string;
}

const isRefusal = (error: unknown, code: number): boolean => error instanceof ApiError && error.code === code;

const pathOf = (name: string): string => `${COLLECTION}/${name}`;

/** The names of the clusters that a server has; undefined if it cannot make any, or not for who asks. */
const clustersOf = async (connection: Connection): Promise<readonly string[] | undefined> => {
  try {
    const { body } = await connection.send({ method: 'GET', path: COLLECTION });
    const { clusters } = body as { readonly clusters?: unknown };
    return Array.isArray(clusters) ? clusters.map(({ name }: Described) => name) : undefined;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

/** Whether a server can make clusters. Only one that has a world of its own is asked. */
export const makesClusters = async (connection: Connection): Promise<boolean> =>
  (await clustersOf(connection)) !== undefined;

/** The same server, as far as one of its clusters goes. It does not end with it. */
const within = (connection: Connection, name: string): Connection => {
  const prefixed = (path: string): string => `${pathOf(name)}${path}`;
  return {
    server: `${connection.server}${pathOf(name)}`,
    get latency() {
      return connection.latency;
    },
    get skew() {
      return connection.skew;
    },
    now: () => connection.now(),
    earliest: () => connection.earliest(),
    send: (call) => connection.send({ ...call, path: prefixed(call.path) }),
    listen: (path, ...rest) => connection.listen(prefixed(path), ...rest),
    close: () => connection.close(),
  };
};

const drop = async (connection: Connection, name: string): Promise<void> => {
  try {
    await connection.send({ method: 'DELETE', path: pathOf(name) });
  } catch (error) {
    if (!isRefusal(error, 404)) throw error;
  }
};

const make = async (connection: Connection, name: string): Promise<void> => {
  await connection.send({ method: 'PUT', path: pathOf(name), body: { stepped: true } });
};

/** A cluster that one worker has for itself. */
export interface WorkersCluster {
  readonly connection: Connection;
  drop(): Promise<void>;
}

/**
 * A cluster for one worker of a run alone: a clock that is moved can be shared with nobody. One of that name is from a
 * worker that came to a sudden end, and is made anew.
 */
export const clusterOfWorker = async (
  connection: Connection,
  run: string,
  worker: string,
): Promise<WorkersCluster> => {
  const name = `${OURS}${run}-${worker}`;
  try {
    await make(connection, name);
  } catch (error) {
    if (!isRefusal(error, 409) && !(error instanceof Inconclusive)) throw error;
    await drop(connection, name);
    await make(connection, name);
  }
  return { connection: within(connection, name), drop: () => drop(connection, name) };
};

/** Drops all clusters that workers of a run were given, or of any run. @returns their names */
export const dropClusters = async (connection: Connection, run?: string): Promise<readonly string[]> => {
  const prefix = run === undefined ? OURS : `${OURS}${run}-`;
  const names = ((await clustersOf(connection)) ?? []).filter((name) => name.startsWith(prefix));
  for (const name of names) await drop(connection, name);
  return names;
};

import { dnsLabel } from '../../kubernetes/fields/validation/formats';
import { ApiError } from '../../kubernetes/refusals';
import { type Host, type HostedCluster, type HostOptions, hostCluster } from './hostedCluster';

/** The cluster whose API is served at the root. */
export const DEFAULT = 'default';

/** So many clusters at most are in one process, and so many nodes in one of them. */
const MOST_CLUSTERS = 1000;
const MOST_NODES = 5000;

const refusal = (code: number, reason: string, message: string): ApiError =>
  new ApiError({ code, reason, message });

/** The clusters of a server, by name. */
export class Clusters {
  readonly #host: Host;
  readonly #most: number;
  readonly #byName = new Map<string, HostedCluster>();

  constructor(host: Host = {}, most: number = MOST_CLUSTERS) {
    this.#host = host;
    this.#most = most;
  }

  /** All of them, in the order of their names. */
  get all(): readonly HostedCluster[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * Makes a cluster.
   * @throws ApiError 422 for a name or options that make no sense, 409 if there is one of this name, 429 if there are too
   *   many
   */
  create(name: string, options: HostOptions = {}): HostedCluster {
    const problems = [...dnsLabel(name).map((problem) => `name: ${problem}`), ...problemsOf(options)];
    if (problems.length > 0)
      throw refusal(422, 'Invalid', `cluster ${JSON.stringify(name)} is invalid: ${problems.join(', ')}`);
    if (this.#byName.has(name)) throw refusal(409, 'AlreadyExists', `cluster "${name}" already exists`);
    if (this.#byName.size >= this.#most)
      throw refusal(
        429,
        'TooManyRequests',
        `there are ${this.#most} clusters, the most that there may be: drop one first`,
      );
    const cluster = hostCluster(name, options, this.#host);
    this.#byName.set(name, cluster);
    return cluster;
  }

  find(name: string): HostedCluster | undefined {
    return this.#byName.get(name);
  }

  /** @throws ApiError 404 */
  get(name: string): HostedCluster {
    const cluster = this.find(name);
    if (!cluster) throw refusal(404, 'NotFound', `cluster "${name}" not found`);
    return cluster;
  }

  /** Ends a cluster, and all that goes on in it. @throws ApiError 404 */
  drop(name: string): void {
    const cluster = this.get(name);
    this.#byName.delete(name);
    cluster.close();
  }

  /** Ends all of them. */
  close(): void {
    for (const { name } of this.all) this.drop(name);
  }
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

/** What makes no sense in how a cluster is to be made, each in a clause that begins with its name. */
const problemsOf = ({ nodes = 0, seed = 1, speed = 1, pace = 0 }: HostOptions): readonly string[] => [
  ...(isWhole(nodes, 0, MOST_NODES) ? [] : [`nodes: must be a whole number from 0 to ${MOST_NODES}`]),
  ...(isWhole(seed, 1, Number.MAX_SAFE_INTEGER) ? [] : ['seed: must be a positive whole number']),
  ...(speed >= 0.01 && speed <= 10_000 ? [] : ['speed: must be a number from 0.01 to 10000']),
  ...(pace >= 0 && pace <= 10_000 ? [] : ['pace: must be a number from 0 to 10000']),
];

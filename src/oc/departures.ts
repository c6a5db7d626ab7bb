import type { Pod } from '../kubernetes/kinds/pod/pod';
import { resources } from '../kubernetes/kinds/resources';
import { ApiError } from '../kubernetes/refusals';
import { isNotFound } from './errors';
import { isGivenUp } from './evictable';
import type { Session } from './session';
import { goDuration, PATIENCE } from './waiting';

/** How pods are made to leave. */
export interface DepartureRules {
  /** Deletes them, whatever disruption budgets say. */
  readonly disableEviction: boolean;
  /** Seconds; a negative number, or none, means what each pod says. */
  readonly gracePeriod: number | undefined;
  /** Milliseconds of cluster time; for ever if it is not given or zero. */
  readonly timeout: number | undefined;
  readonly skipWaitForDeleteTimeout: number | undefined;
}

/** A pod that is to leave, and how far it has come. */
interface Departure {
  pod: Pod;
  stage: 'to be asked' | 'leaving' | 'over';
  /** When to ask again (cluster time). */
  next: number;
  /** How often the server has said when to ask again. */
  hints: number;
}

const RETRY = 5_000;
const POLL = 1_000;
/** So often a client waits for as long as the server says, before it tells anybody. */
const MOST_HINTS = 10;

const refOf = ({ metadata: { namespace = '', name } }: Pod) => ({
  resource: resources.pods,
  namespace,
  name,
});

const isTerminatingNamespace = (error: ApiError): boolean =>
  error.reason === 'Forbidden' &&
  (error.status.causes?.some(({ reason }) => reason === 'NamespaceTerminating') ?? false);

/**
 * Makes pods leave, and waits until they have. An eviction that is refused with 429 is asked for again every five
 * seconds, while time goes by.
 * @see k8s.io/kubectl/pkg/drain evictPods, deletePods, waitForDelete
 */
export class Departures {
  readonly #session: Session;
  readonly #rules: DepartureRules;
  readonly #limit: number;
  readonly #deadline: number;
  /** Several pods may give the same error, which is told once. */
  readonly #errors = new Set<string>();

  constructor(session: Session, rules: DepartureRules) {
    this.#session = session;
    this.#rules = rules;
    this.#limit = rules.timeout || PATIENCE;
    this.#deadline = session.now() + this.#limit;
  }

  /** @returns what went wrong, a sentence for each pod */
  async see(pods: readonly Pod[]): Promise<readonly string[]> {
    const { time } = this.#session.shell.cluster;
    const departures = pods.map((pod): Departure => ({ pod, stage: 'to be asked', next: 0, hints: 0 }));
    for (;;) {
      for (const each of departures) if (each.stage === 'to be asked') await this.#ask(each);
      for (const each of departures) if (each.stage === 'leaving') await this.#look(each);
      if (departures.every(({ stage }) => stage === 'over')) return [...this.#errors];
      const left = this.#deadline - this.#session.now();
      await time.pass(left > 0 ? Math.min(POLL, left) : POLL);
    }
  }

  async #ask(departure: Departure): Promise<void> {
    const { pod } = departure;
    const { namespace, name } = pod.metadata;
    const now = this.#session.now();
    if (now < departure.next) return;
    const evicts = !this.#rules.disableEviction;
    if (evicts && departure.hints === 0) this.#session.print(`evicting pod ${namespace}/${name}`);
    if (evicts && now >= this.#deadline) {
      this.#fail(
        departure,
        `error when evicting pods/"${name}" -n "${namespace}": global timeout reached: ${goDuration(this.#limit)}`,
      );
      return;
    }
    try {
      await this.#request(pod);
      departure.stage = 'leaving';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (isNotFound(error)) departure.stage = evicts ? 'over' : 'leaving';
      else if (evicts) await this.#consider(departure, error);
      else throw error;
    }
  }

  #request(pod: Pod): Promise<void> {
    const { api } = this.#session;
    const { gracePeriod: grace, disableEviction } = this.#rules;
    const options = grace !== undefined && grace >= 0 ? { gracePeriodSeconds: grace } : {};
    return disableEviction ? api.delete(refOf(pod), options) : api.evict(refOf(pod), options);
  }

  /** What becomes of a pod whose eviction was refused. */
  async #consider(departure: Departure, error: ApiError): Promise<void> {
    const { namespace, name } = departure.pod.metadata;
    const { retryAfterSeconds } = error.status;
    if (error.code === 429 && retryAfterSeconds && departure.hints < MOST_HINTS) {
      departure.hints++;
      departure.next = this.#session.now() + retryAfterSeconds * 1000;
      return;
    }
    const again = `will retry after ${goDuration(RETRY)}): ${error.message}`;
    if (error.code === 429) {
      this.#session.warn(`error when evicting pods/"${name}" -n "${namespace}" (${again}`);
    } else if (isTerminatingNamespace(error)) {
      departure.pod = (await this.#find(departure.pod)) ?? departure.pod;
      if (departure.pod.metadata.deletionTimestamp !== undefined) {
        departure.stage = 'leaving';
        return;
      }
      this.#session.warn(
        `error when evicting pod "${name}" from terminating namespace "${namespace}" (${again}`,
      );
    } else {
      this.#fail(departure, `error when evicting pods/"${name}" -n "${namespace}": ${error.message}`);
      return;
    }
    departure.hints = 0;
    departure.next = this.#session.now() + RETRY;
  }

  /** The pod as it is now; undefined if it has gone. */
  async #find(pod: Pod): Promise<Pod | undefined> {
    try {
      const found = await this.#session.api.get(refOf(pod));
      return found.metadata.uid === pod.metadata.uid ? found : undefined;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async #look(departure: Departure): Promise<void> {
    const { name, namespace } = departure.pod.metadata;
    const found = await this.#find(departure.pod);
    const now = this.#session.now();
    const { skipWaitForDeleteTimeout: skips, disableEviction } = this.#rules;
    if (!found) {
      this.#session.print(`pod/${name} ${disableEviction ? 'deleted' : 'evicted'}`);
      departure.stage = 'over';
    } else if (isGivenUp(found, skips, now)) {
      this.#session.print(`pod "${name}" has DeletionTimestamp older than ${skips} seconds, skipping`);
      departure.stage = 'over';
    } else if (now >= this.#deadline) {
      const waiting = disableEviction
        ? ''
        : `error when waiting for pod "${name}" in namespace "${namespace}" to terminate: `;
      this.#fail(departure, `${waiting}context deadline exceeded`);
    }
  }

  #fail(departure: Departure, error: string): void {
    departure.stage = 'over';
    this.#errors.add(error);
  }
}

import { deepEqual } from '../../../kubernetes/fields/equality';
import type { Kind } from '../../../kubernetes/kinds/kind';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError, conflict } from '../../../kubernetes/refusals';

/** So many orders are remembered. */
const REMEMBERED = 256;

const ANOTHER = 'an order of this name was given that asked for something else';

interface Given<T extends KubeObject = KubeObject> {
  /** As it was sent. */
  readonly order: T;
  readonly answer: Promise<T>;
}

const keyOf = ({ group, plural }: Kind, { metadata: { namespace = '', name } }: KubeObject): string =>
  `${group}/${plural}/${namespace}/${name}`;

/** The same but for the moment when it came. */
const isSame = (a: KubeObject, b: KubeObject): boolean => {
  const { creationTimestamp } = a.metadata;
  return deepEqual({ ...b, metadata: { ...b.metadata, creationTimestamp } }, a);
};

/**
 * The orders that a cluster was given last under names of their own. Each is carried out once: somebody whose answer was
 * lost may send it again, and is answered as the first time.
 */
export class GivenOrders {
  readonly #underWay = new Map<string, Given>();
  /** What was carried out last comes last. */
  readonly #done = new Map<string, Given>();

  /**
   * Carries an order out, unless one of its name was, or is being, carried out. One that was refused was not.
   * @param onKnown hears when it came first, if it has come before
   * @throws ApiError 409 if an order of its name asked for something else
   */
  async once<T extends KubeObject>(
    kind: Kind<T>,
    order: T,
    carryOut: () => Promise<T>,
    onKnown: (given: string) => void,
  ): Promise<T> {
    const key = keyOf(kind, order);
    const before = this.#underWay.get(key) ?? this.#done.get(key);
    if (before && !isSame(before.order, order)) throw conflict(kind, order.metadata.name, ANOTHER);
    if (before) {
      onKnown(before.order.metadata.creationTimestamp);
      // The name of the kind is a part of the key.
      return before.answer as Promise<T>;
    }
    const given = { order, answer: carryOut() };
    this.#underWay.set(key, given);
    try {
      const answer = await given.answer;
      this.#remember(key, given);
      return answer;
    } catch (error) {
      // Of what broke nobody knows how far it came.
      if (!(error instanceof ApiError)) this.#remember(key, given);
      throw error;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #remember(key: string, given: Given): void {
    this.#done.set(key, given);
    const [oldest] = this.#done.keys();
    if (this.#done.size > REMEMBERED && oldest !== undefined) this.#done.delete(oldest);
  }
}

import type { Amounts, Quantities } from '../../../../kubernetes/fields/amounts';
import { canonicalQuantity, exactly, writeQuantity } from '../../../../kubernetes/fields/exactQuantity';
import type { LimitRangeItem } from '../../../../kubernetes/kinds/limitrange/limitRange';

/** What something asks for, and what it may take at most. */
export interface Asked {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

const MILLI = 1_000_000n;

/** In thousandths, what is less than one counting as one. */
const inMilli = (nano: bigint): bigint => (nano + MILLI - 1n) / MILLI;

/** A resource of one type of limit, and what it is held against. */
class Holding {
  readonly #type: string;
  readonly #name: string;
  readonly #shown: string;
  readonly #enforced: bigint;

  constructor(type: string, name: string, enforced: string) {
    this.#type = type;
    this.#name = name;
    this.#shown = canonicalQuantity(enforced);
    this.#enforced = inMilli(exactly(enforced).nano);
  }

  min({ requests, limits }: Asked): string | undefined {
    const start = `minimum ${this.#name} usage per ${this.#type} is ${this.#shown}`;
    const request = requests.get(this.#name);
    const limit = limits.get(this.#name);
    if (!request) return `${start}.  No request is specified`;
    if (inMilli(request.nano) < this.#enforced) return `${start}, but request is ${writeQuantity(request)}`;
    return limit && inMilli(limit.nano) < this.#enforced
      ? `${start}, but limit is ${writeQuantity(limit)}`
      : undefined;
  }

  max({ requests, limits }: Asked): string | undefined {
    const start = `maximum ${this.#name} usage per ${this.#type} is ${this.#shown}`;
    const limit = limits.get(this.#name);
    if (!limit) return `${start}.  No limit is specified`;
    if (inMilli(limit.nano) > this.#enforced) return `${start}, but limit is ${writeQuantity(limit)}`;
    return requests.has(this.#name) ? this.maxRequest({ requests, limits }) : undefined;
  }

  maxRequest({ requests }: Asked): string | undefined {
    const start = `maximum ${this.#name} usage per ${this.#type} is ${this.#shown}`;
    const request = requests.get(this.#name);
    if (!request) return `${start}.  No request is specified`;
    return inMilli(request.nano) > this.#enforced
      ? `${start}, but request is ${writeQuantity(request)}`
      : undefined;
  }

  ratio({ requests, limits }: Asked): string | undefined {
    const start = `${this.#name} max limit to request ratio per ${this.#type} is ${this.#shown}`;
    const request = inMilli(requests.get(this.#name)?.nano ?? 0n);
    const limit = inMilli(limits.get(this.#name)?.nano ?? 0n);
    if (request === 0n) return `${start}, but no request is specified or request is 0`;
    if (limit === 0n) return `${start}, but no limit is specified or limit is 0`;
    const ratio = Number(limit) / Number(request);
    return ratio * 1000 > Number(this.#enforced)
      ? `${start}, but provided ratio is ${ratio.toFixed(6)}`
      : undefined;
  }
}

const byName = (quantities: LimitRangeItem['min']): readonly (readonly [string, string])[] =>
  Object.entries((quantities ?? {}) as Quantities).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * What is too little, too much or too far apart.
 * @see plugin/pkg/admission/limitranger/admission.go minConstraint, maxConstraint, limitRequestRatioConstraint
 */
export const problemsOf = (
  { type, min, max, maxLimitRequestRatio }: LimitRangeItem,
  asked: Asked,
): readonly string[] => {
  const hold = (quantities: LimitRangeItem['min'], rule: 'min' | 'max' | 'ratio') =>
    byName(quantities).flatMap(([name, quantity]) => new Holding(type, name, quantity)[rule](asked) ?? []);
  return [...hold(min, 'min'), ...hold(max, 'max'), ...hold(maxLimitRequestRatio, 'ratio')];
};

/** As `problemsOf`, of what has no limits. */
export const problemsOfRequests = (
  { type, min, max }: LimitRangeItem,
  requests: Amounts,
): readonly string[] => {
  const asked = { requests, limits: new Map() };
  return [
    ...byName(min).flatMap(([name, quantity]) => new Holding(type, name, quantity).min(asked) ?? []),
    ...byName(max).flatMap(([name, quantity]) => new Holding(type, name, quantity).maxRequest(asked) ?? []),
  ];
};

import { type ExactQuantity, exactly, writeQuantity } from './exactQuantity';

/** How much there is of each resource, exactly. */
export type Amounts = ReadonlyMap<string, ExactQuantity>;

/** Quantities by resource, as objects have them. */
export type Quantities = Readonly<Record<string, string>>;

const ZERO: ExactQuantity = { nano: 0n, format: 'decimal' };

/** One more of what is counted in ones. */
export const ONE: ExactQuantity = { nano: 1_000_000_000n, format: 'decimal' };

export const whole = (number: number): ExactQuantity => ({
  nano: BigInt(number) * ONE.nano,
  format: 'decimal',
});

/**
 * The sum, written as the first was, unless that is nothing.
 * @see staging/src/k8s.io/apimachinery/pkg/api/resource/quantity.go Add
 */
export const plus = (a: ExactQuantity = ZERO, b: ExactQuantity = ZERO): ExactQuantity => ({
  nano: a.nano + b.nano,
  format: a.nano === 0n ? b.format : a.format,
});

export const amountsOf = (quantities: Quantities | undefined): Amounts =>
  new Map(Object.entries(quantities ?? {}).map(([name, quantity]) => [name, exactly(quantity)]));

export const toQuantities = (amounts: Amounts): Quantities =>
  Object.fromEntries([...amounts].map(([name, amount]) => [name, writeQuantity(amount)]));

/** Adds to a sum that nobody else has seen yet. */
export const addTo = (sum: Map<string, ExactQuantity>, more: Amounts): void => {
  for (const [name, amount] of more) sum.set(name, plus(sum.get(name), amount));
};

/** Raises each amount that is less to the other, in amounts that nobody else has seen yet. */
export const raiseTo = (most: Map<string, ExactQuantity>, other: Amounts): void => {
  for (const [name, amount] of other) {
    const present = most.get(name);
    if (present === undefined || amount.nano > present.nano) most.set(name, amount);
  }
};

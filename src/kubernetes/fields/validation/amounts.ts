import type { FieldCause } from '../../refusals';
import { goJson, invalid, misformatted, Printed } from './causes';
import { percent } from './formats';
import { notNegative } from './metadata';

/** A number, or a percentage of something. */
export type Amount = number | string;

/** An amount as Go prints an int-or-string. */
export const printedAmount = (amount: Amount): Printed => new Printed(goJson(amount));

const isPercentage = (amount: Amount): amount is string =>
  typeof amount === 'string' && percent(amount).length === 0;

/** The number in an amount; text that is neither a percentage nor a number counts as none. */
export const numberIn = (amount: Amount): number => {
  if (typeof amount === 'number') return amount;
  if (isPercentage(amount)) return Number.parseInt(amount, 10);
  return /^[+-]?\d+$/.test(amount) ? Number(amount) : 0;
};

/**
 * A number that is not negative, or a percentage.
 * @see k8s.io/kubernetes/pkg/apis/apps/validation ValidatePositiveIntOrPercent
 */
export const validateAmount = (amount: Amount | undefined, field: string): FieldCause[] =>
  typeof amount === 'string'
    ? misformatted(field, printedAmount(amount), percent(amount))
    : notNegative(amount, field);

/**
 * An amount that is not more than all.
 * @see k8s.io/kubernetes/pkg/apis/apps/validation IsNotMoreThan100Percent
 */
export const validateAtMostAll = (amount: Amount | undefined, field: string): FieldCause[] =>
  amount !== undefined && isPercentage(amount) && numberIn(amount) > 100
    ? [invalid(field, printedAmount(amount), 'must not be greater than 100%')]
    : [];

/**
 * What an amount of a whole comes to; a percentage is rounded up.
 * @see k8s.io/apimachinery/pkg/util/intstr GetScaledValueFromIntOrPercent
 */
export const scaledAmount = (amount: Amount, whole: number): number =>
  typeof amount === 'number' ? amount : Math.ceil((numberIn(amount) * whole) / 100);

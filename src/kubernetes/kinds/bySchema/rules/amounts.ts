import { absent, type Part } from '../../../fields/fill';
import { goJson, invalid, misformatted, Printed } from '../../../fields/validation/causes';
import { percent } from '../../../fields/validation/formats';
import { notNegative } from '../../../fields/validation/metadata';
import { type Rule, under } from './rule';

/** A number, or a percentage of something. */
export type Amount = number | string;

const printed = (amount: Amount): Printed => new Printed(goJson(amount));

const isPercentage = (amount: Amount): amount is string =>
  typeof amount === 'string' && percent(amount).length === 0;

/** The number in an amount; text that is neither a percentage nor a number counts as none. */
export const numberIn = (amount: Amount): number => {
  if (typeof amount === 'number') return amount;
  if (isPercentage(amount)) return Number.parseInt(amount, 10);
  return /^[+-]?\d+$/.test(amount) ? Number(amount) : 0;
};

/** A number that is not negative, or a percentage. */
export const amount =
  (field: string): Rule =>
  (part, at) => {
    const value = part[field] as Amount | undefined | null;
    if (absent(value)) return [];
    return typeof value === 'string'
      ? misformatted(under(at, field), printed(value), percent(value))
      : notNegative(value, under(at, field));
  };

/** An amount that is not more than all. */
export const notMoreThanAll =
  (field: string): Rule =>
  (part, at) => {
    const value = part[field] as Amount | undefined | null;
    return absent(value) || !isPercentage(value) || numberIn(value) <= 100
      ? []
      : [invalid(under(at, field), printed(value), 'must not be greater than 100%')];
  };

/** Of two amounts one must be more than none. */
export const notBothZero =
  (first: string, second: string, detail: string): Rule =>
  (part: Part, at) => {
    const [one, other] = [(part[first] ?? 0) as Amount, (part[second] ?? 0) as Amount];
    return numberIn(one) === 0 && numberIn(other) === 0
      ? [invalid(under(at, first), printed(one), detail)]
      : [];
  };

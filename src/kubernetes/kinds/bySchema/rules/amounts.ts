import { absent, type Part } from '../../../fields/fill';
import {
  type Amount,
  numberIn,
  printedAmount,
  validateAmount,
  validateAtMostAll,
} from '../../../fields/validation/amounts';
import { invalid } from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import { type Rule, under } from './rule';

const about =
  (field: string, validate: (amount: Amount, at: string) => readonly FieldCause[]): Rule =>
  (part, at) => {
    const value = part[field] as Amount | undefined | null;
    return absent(value) ? [] : validate(value, under(at, field));
  };

/** A number that is not negative, or a percentage. */
export const amount = (field: string): Rule => about(field, validateAmount);

/** An amount that is not more than all. */
export const notMoreThanAll = (field: string): Rule => about(field, validateAtMostAll);

/** Of two amounts one must be more than none. */
export const notBothZero =
  (first: string, second: string, detail: string): Rule =>
  (part: Part, at) => {
    const [one, other] = [(part[first] ?? 0) as Amount, (part[second] ?? 0) as Amount];
    return numberIn(one) === 0 && numberIn(other) === 0
      ? [invalid(under(at, first), printedAmount(one), detail)]
      : [];
  };

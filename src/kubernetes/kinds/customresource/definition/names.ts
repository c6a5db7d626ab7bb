import { invalid } from '../../../fields/validation/causes';
import { dns1035Label } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { Names } from './definition';

type Causes = readonly FieldCause[];

/** All that is wrong with a text in one cause. */
export const joined = (field: string, value: string, problems: readonly string[], before = ''): Causes =>
  problems.length === 0 ? [] : [invalid(field, value, before + problems.join(','))];

/** The forms of a kind's names, as far as there are any. */
export const validateNames = (names: Names, at: string): Causes => {
  const { plural, singular, kind, listKind, shortNames = [], categories = [] } = names;
  const label = (field: string, value: string | undefined): Causes =>
    value ? joined(`${at}.${field}`, value, dns1035Label(value)) : [];
  const mixed = (field: string, value: string | undefined): Causes =>
    value
      ? joined(
          `${at}.${field}`,
          value,
          dns1035Label(value.toLowerCase()),
          'may have mixed case, but should otherwise match: ',
        )
      : [];
  const each = (field: string, values: readonly string[]): Causes =>
    values.flatMap((value, index) => joined(`${at}.${field}[${index}]`, value, dns1035Label(value)));
  return [
    ...label('plural', plural),
    ...label('singular', singular),
    ...mixed('kind', kind),
    ...mixed('listKind', listKind),
    ...each('shortNames', shortNames),
    ...(kind && kind === listKind
      ? [invalid(`${at}.listKind`, listKind, 'kind and listKind may not be the same')]
      : []),
    ...each('categories', categories),
  ];
};

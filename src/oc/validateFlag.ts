import type { WriteOptions } from '../port/api';
import { fail } from './errors';
import type { Flag } from './flags';

const DIRECTIVES = { strict: 'Strict', warn: 'Warn', ignore: 'Ignore' } as const;
const BOOLEANS: Readonly<Record<string, WriteOptions['fieldValidation']>> = {
  '1': 'Strict',
  t: 'Strict',
  true: 'Strict',
  '0': 'Ignore',
  f: 'Ignore',
  false: 'Ignore',
};

/**
 * `--validate`: what becomes of fields that nobody knows. Strict, if nothing is said.
 * @see k8s.io/kubectl/pkg/cmd/util GetValidationDirective
 */
export const validate: Flag<NonNullable<WriteOptions['fieldValidation']>> = {
  bare: 'strict',
  initial: 'Strict',
  read: (value) => {
    const word = value.toLowerCase();
    const read =
      word in DIRECTIVES && value === word ? DIRECTIVES[word as keyof typeof DIRECTIVES] : BOOLEANS[word];
    if (read) return read;
    throw fail(
      `invalid - validate option ${JSON.stringify(value)}; must be one of: strict (or true), warn, ignore (or false)`,
    );
  },
};

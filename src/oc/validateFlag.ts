import type { WriteOptions } from '../port/api';
import { fail } from './errors';
import type { Flag } from './flags';
import type { Session } from './session';

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

/** How a command's writes are read; what the server warns of it shows the user. */
export const writing = (
  session: Session,
  fieldValidation: WriteOptions['fieldValidation'],
): WriteOptions => ({
  fieldValidation,
  onWarning: (text) => session.warn(`Warning: ${text}`),
});

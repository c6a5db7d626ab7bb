import type { FieldCause } from '../../refusals';
import { invalid } from './causes';

/** A path with no `..` in it. */
export const noBacksteps = (path: string, field: string): FieldCause[] =>
  path.split('/').includes('..') ? [invalid(field, path, "must not contain '..'")] : [];

/** A relative path that stays inside. */
export const relativePath = (path: string, field: string): FieldCause[] => [
  ...(path.startsWith('/') ? [invalid(field, path, 'must be a relative path')] : []),
  ...noBacksteps(path, field),
];

/** A relative path that does not even begin with two dots. */
export const localPath = (path: string, field: string): FieldCause[] => {
  const causes = relativePath(path, field);
  if (path.startsWith('..') && !path.startsWith('../')) {
    causes.push(invalid(field, path, "must not start with '..'"));
  }
  return causes;
};

/** A file mode, if there is one. */
export const fileMode = (mode: number | undefined, field: string): FieldCause[] =>
  mode !== undefined && (mode > 0o777 || mode < 0)
    ? [invalid(field, mode, 'must be a number between 0 and 0777 (octal), both inclusive')]
    : [];

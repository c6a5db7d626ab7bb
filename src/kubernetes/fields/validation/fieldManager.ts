import type { ManagedFieldsEntry } from '../../object';
import type { FieldCause } from '../../refusals';
import { byteLength } from '../bytes';
import { invalid, tooLong } from './causes';

const MOST_BYTES = 128;
const MOST_SUBRESOURCE_BYTES = 256;
/** What Go takes for printable: letters, marks, numbers, punctuation, symbols, and the plain blank. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** How Go names a character (`%#U`): `U+0007`, and the character itself if it can be seen. */
const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The name of a field manager: short, and of characters that can be seen.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidateFieldManager
 */
export const validateFieldManager = (manager: string, field: string): FieldCause[] => {
  const causes: FieldCause[] = byteLength(manager) > MOST_BYTES ? [tooLong(field, MOST_BYTES)] : [];
  let position = 0;
  for (const character of manager) {
    if (!PRINTABLE.test(character))
      causes.push(invalid(field, manager, `invalid character ${named(character)} (at position ${position})`));
    position += byteLength(character);
  }
  return causes;
};

/**
 * What an object says of who owns what of it. What cannot be read has been dropped by then.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1/validation ValidateManagedFields
 */
export const validateManagedFields = (
  entries: readonly ManagedFieldsEntry[] | undefined,
  field: string,
): FieldCause[] =>
  (entries ?? []).flatMap(({ manager = '', subresource = '' }, index) => [
    ...validateFieldManager(manager, `${field}[${index}].manager`),
    ...(byteLength(subresource) > MOST_SUBRESOURCE_BYTES
      ? [tooLong(`${field}[${index}].subresource`, MOST_SUBRESOURCE_BYTES)]
      : []),
  ]);

/**
 * The manager that a client is taken for which does not name one: what its user agent says before the first slash.
 * @see k8s.io/apiserver/pkg/endpoints/handlers managerOrUserAgent
 */
export const managerOfAgent = (userAgent: string): string => {
  let name = '';
  for (const character of userAgent.split('/')[0] ?? '') {
    if (!PRINTABLE.test(character)) continue;
    if (byteLength(name) + byteLength(character) > MOST_BYTES) break;
    name += character;
  }
  return name;
};

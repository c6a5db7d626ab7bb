import { goJson, invalid } from '../../fields/validation/causes';
import type { FieldCause } from '../../refusals';

/** How Go prints a path that there is none of. */
export const NOWHERE = '<nil>';

/** A value that breaks a rule. @param rule what it should be, without a subject */
export const beyond = (path: string, value: unknown, rule: string): FieldCause =>
  invalid(path || NOWHERE, value, `${path} in body ${rule}`);

/** A value of another type, or a text of another format. @param given the type that it has, or the text */
export const misshapen = (path: string, wanted: string, given: string): FieldCause => ({
  reason: 'FieldValueTypeInvalid',
  field: path || NOWHERE,
  message: `Invalid value: ${goJson(given)}: ${path} in body must be of type ${wanted}: ${JSON.stringify(given)}`,
});

/** A combination of schemas that a value does not meet. The API server gives no path of its own for it. */
export const combined = (path: string, rule: string): FieldCause =>
  invalid(NOWHERE, '', `${JSON.stringify(path)} ${rule}`);

import { goJson, Printed } from '../fields/validation/causes';
import { unifiedDiff } from '../fields/validation/unifiedDiff';
import { internalForm } from '../wire/schema/internal';

type Part = Readonly<Record<string, unknown>>;

const text = (struct: string, part: Part): string => goJson(internalForm(struct, part), false, 1);

/**
 * What differs between two parts of a type, line by line, as the API server has them.
 * @param struct the name of their type: `PodSpec`
 */
export const internalDiff = (struct: string, old: Part, next: Part): string =>
  unifiedDiff(text(struct, old), text(struct, next));

/** A part printed by the API server's own names for its fields, all of them. */
export const asHeld = (struct: string, part: Part): Printed =>
  new Printed(goJson(internalForm(struct, part), false));

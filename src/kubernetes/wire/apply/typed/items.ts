import { keyStep, type Step, valueStep } from '../sets/steps';
import type { ListShape } from './shape';

/** Why an item has no place of its own in a list. */
export class NamelessItem extends Error {}

const stepOfKeys = ({ items, keys }: ListShape, item: unknown): Step => {
  if (item === null || item === undefined)
    throw new NamelessItem('associative list with keys may not have a null element');
  if (typeof item !== 'object' || Array.isArray(item))
    throw new NamelessItem('associative list with keys may not have non-map elements');
  const given: Record<string, unknown> = {};
  for (const key of keys) {
    const own = (item as Readonly<Record<string, unknown>>)[key];
    const value = own === undefined ? items.map?.fields.get(key)?.keyDefault : own;
    if (value !== undefined) given[key] = value;
  }
  if (Object.keys(given).length === 0) {
    const names = keys.map((key) => JSON.stringify(key)).join(' ');
    throw new NamelessItem(
      `associative list with keys has an element that omits all key fields [${names}] (and doesn't have default values for any key fields)`,
    );
  }
  return keyStep(given);
};

const stepOfValue = (item: unknown): Step => {
  if (Array.isArray(item)) throw new NamelessItem('not supported: associative list with lists as elements');
  if (item === null || item === undefined)
    throw new NamelessItem("associative list without keys has an element that's an explicit null");
  if (typeof item === 'object')
    throw new NamelessItem("associative list without keys has an element that's a map type");
  return valueStep(item);
};

/**
 * The step that leads to an item of a list that is a map or a set.
 * @throws NamelessItem
 * @see sigs.k8s.io/structured-merge-diff/v6/typed listItemToPathElement
 */
export const stepTo = (list: ListShape, item: unknown): Step =>
  list.keys.length > 0 ? stepOfKeys(list, item) : stepOfValue(item);

/** The items by their steps, in order: of those that share one, all. Items without a step are left out. */
export const itemsBySteps = (list: ListShape, items: readonly unknown[]): Map<Step, unknown[]> => {
  const found = new Map<Step, unknown[]>();
  for (const item of items) {
    const step = stepIfAny(list, item);
    if (step === undefined) continue;
    const there = found.get(step);
    if (there) there.push(item);
    else found.set(step, [item]);
  }
  return found;
};

/** The step to an item; undefined for one that has no place of its own. */
export const stepIfAny = (list: ListShape, item: unknown): Step | undefined => {
  try {
    return stepTo(list, item);
  } catch (error) {
    if (error instanceof NamelessItem) return undefined;
    throw error;
  }
};

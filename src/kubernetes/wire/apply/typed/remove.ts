import { belowStep, type FieldSet, hasStep, isEmptySet } from '../sets/fieldSet';
import { fieldStep, type Step } from '../sets/steps';
import { stepIfAny } from './items';
import { type ListShape, type MapShape, type Shape, shapeAt, sortOf } from './shape';
import { asList, asMap } from './values';

/**
 * A value without some of its fields. What becomes empty because something below it goes stays, as an empty map or list;
 * undefined means that nothing is left.
 * @see sigs.k8s.io/structured-merge-diff/v6/typed removingWalker
 */
export const remove = (value: unknown, gone: FieldSet, shape: Shape): unknown => {
  switch (sortOf(shape, value)) {
    case 'map':
      return shape.map ? removeFromMap(value, gone, shape.map) : value;
    case 'list':
      return shape.list ? removeFromList(value, gone, shape.list) : value;
    default:
      return value;
  }
};

const removeBelow = (value: unknown, gone: FieldSet, shape: Shape | undefined): unknown => {
  if (!shape) return value;
  const left = remove(value, gone, shape);
  if (left !== undefined) return left;
  return asMap(value) ? {} : asList(value) ? [] : null;
};

/** What becomes of one item: itself, less, or undefined. */
const removeAt = (value: unknown, step: Step, gone: FieldSet, shape: Shape | undefined): unknown => {
  if (hasStep(gone, step)) return undefined;
  const below = belowStep(gone, step);
  return isEmptySet(below) ? value : removeBelow(value, below, shape);
};

const removeFromMap = (value: unknown, gone: FieldSet, shape: MapShape): unknown => {
  const map = asMap(value);
  if (!map || shape.atomic) return undefined;
  const left: Record<string, unknown> = {};
  let isTouched = false;
  for (const [key, inner] of Object.entries(map)) {
    if (inner === undefined) continue;
    const step = fieldStep(key);
    if (!hasStep(gone, step) && !isEmptySet(belowStep(gone, step))) isTouched = true;
    const kept = removeAt(inner, step, gone, shapeAt(shape, key));
    if (kept !== undefined) left[key] = kept;
  }
  return isTouched || Object.keys(left).length > 0 ? left : undefined;
};

const removeFromList = (value: unknown, gone: FieldSet, shape: ListShape): unknown => {
  const list = asList(value);
  if (!list || list.length === 0 || shape.atomic) return undefined;
  const left: unknown[] = [];
  let isTouched = false;
  for (const item of list) {
    const step = stepIfAny(shape, item);
    if (step === undefined) {
      left.push(item);
      continue;
    }
    if (!hasStep(gone, step) && !isEmptySet(belowStep(gone, step))) isTouched = true;
    const kept = removeAt(item, step, gone, shape.items);
    if (kept !== undefined) left.push(kept);
  }
  return isTouched || left.length > 0 ? left : undefined;
};

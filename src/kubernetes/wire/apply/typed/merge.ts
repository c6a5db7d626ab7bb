import type { Step } from '../sets/steps';
import { stepTo } from './items';
import { type ListShape, type MapShape, type Shape, shapeAt, sortOf } from './shape';
import { asList, asMap, isEmptyList, isEmptyMap } from './values';

/**
 * What is there, with what is applied: maps key by key, lists item by item, everything else as it is applied. Nothing is
 * taken away. Undefined is nothing; null is a value.
 * @param applied has been checked: in its lists nothing is there twice
 * @see sigs.k8s.io/structured-merge-diff/v6/typed TypedValue.Merge
 */
export const merge = (live: unknown, applied: unknown, shape: Shape): unknown => {
  if (applied === undefined) return live;
  switch (sortOf(shape, applied)) {
    case 'map':
      return shape.map ? mergeMaps(live, applied, shape.map) : applied;
    case 'list':
      return shape.list ? mergeLists(live, applied, shape.list) : applied;
    default:
      return applied;
  }
};

const mergeMaps = (live: unknown, applied: unknown, shape: MapShape): unknown => {
  const [left, right] = [asMap(live), asMap(applied)];
  if (shape.atomic || (isEmptyMap(left) && isEmptyMap(right))) return applied;
  const merged: Record<string, unknown> = { ...left };
  for (const [key, value] of Object.entries(right ?? {})) {
    if (value === undefined) continue;
    const field = shapeAt(shape, key);
    merged[key] = field ? merge(left?.[key], value, field) : value;
  }
  return merged;
};

/** The items of a list by their steps. One that shares its step with another is merged with nothing. */
class Indexed {
  readonly steps: readonly Step[];
  readonly items: readonly unknown[];
  readonly #byStep = new Map<Step, unknown>();

  constructor(shape: ListShape, items: readonly unknown[]) {
    this.items = items;
    this.steps = items.map((item) => stepTo(shape, item));
    for (const [index, step] of this.steps.entries())
      this.#byStep.set(step, this.#byStep.has(step) ? null : items[index]);
  }

  has(step: Step): boolean {
    return this.#byStep.has(step);
  }

  get(step: Step): unknown {
    return this.#byStep.get(step);
  }
}

/**
 * Items come in the order in which they are applied; those that only the live list has keep their places before and
 * behind the ones they stood between.
 */
const mergeLists = (live: unknown, applied: unknown, shape: ListShape): unknown => {
  const [left, right] = [asList(live), asList(applied)];
  if (shape.atomic || (isEmptyList(left) && isEmptyList(right))) return applied;
  const [olds, news] = [new Indexed(shape, left ?? []), new Indexed(shape, right ?? [])];
  const shared = news.steps.filter((step) => olds.has(step));
  const merged: unknown[] = [];
  const done = new Set<Step>();
  const take = (step: Step): void => {
    done.add(step);
    merged.push(merge(olds.get(step), news.get(step), shape.items));
    if (shared[0] === step) shared.shift();
  };
  let [at, next] = [0, 0];
  while (at < olds.steps.length || next < news.steps.length) {
    const [old, fresh] = [olds.steps[at], news.steps[next]];
    if (old !== undefined && fresh !== undefined) {
      if (old === fresh) {
        take(fresh);
        at += 1;
        next += 1;
        continue;
      }
      // A shared item, but not the one whose turn it is.
      if (news.has(old) && shared[0] !== undefined && shared[0] !== old) {
        at += 1;
        continue;
      }
    }
    if (old !== undefined) {
      if (!news.has(old)) {
        merged.push(olds.items[at]);
        at += 1;
        continue;
      }
      if (done.has(old)) at += 1;
    }
    if (fresh !== undefined) {
      take(fresh);
      next += 1;
    }
  }
  return merged;
};

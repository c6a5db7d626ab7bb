import { deepEqual } from '../../../fields/equality';
import { type DraftSet, type FieldSet, insertPath } from '../sets/fieldSet';
import { fieldStep, type Step } from '../sets/steps';
import { itemsBySteps } from './items';
import { type ListShape, type MapShape, type Shape, type Sort, shapeAt, sortOf } from './shape';
import { asList, asMap, isEmptyList, isEmptyMap, type JsonMap } from './values';

/** Which fields an object has lost, which are others, and which are new. */
export interface Comparison {
  readonly removed: FieldSet;
  readonly modified: FieldSet;
  readonly added: FieldSet;
}

/** Goes through two values side by side. Parts that they share are not looked at. */
class Comparer {
  readonly removed: DraftSet = {};
  readonly modified: DraftSet = {};
  readonly added: DraftSet = {};
  readonly #path: Step[] = [];
  readonly #asWritten: boolean;

  constructor(asWritten: boolean) {
    this.#asWritten = asWritten;
  }

  /** Undefined is nothing; null is a value. */
  compare(before: unknown, after: unknown, shape: Shape): void {
    if (before === after) return;
    const [left, right] = [sortOf(shape, before), sortOf(shape, after)];
    let isLeaf: boolean;
    if (after === undefined) isLeaf = this.#as(left, before, after, shape);
    else {
      if (before !== undefined && left !== right) this.#as(left, before, after, shape);
      isLeaf = this.#as(right, before, after, shape);
    }
    if (isLeaf) return;
    if (before === undefined) insertPath(this.added, this.#path);
    else if (after === undefined) insertPath(this.removed, this.#path);
  }

  /** @returns whether it was compared as a whole */
  #as(sort: Sort, before: unknown, after: unknown, shape: Shape): boolean {
    if (sort === 'map' && shape.map) return this.#maps(before, after, shape.map);
    if (sort === 'list' && shape.list) return this.#lists(before, after, shape.list);
    return this.#whole(before, after);
  }

  #whole(before: unknown, after: unknown): true {
    if (before === undefined) insertPath(this.added, this.#path);
    else if (after === undefined) insertPath(this.removed, this.#path);
    else if (!deepEqual(before, after)) insertPath(this.modified, this.#path);
    return true;
  }

  #maps(before: unknown, after: unknown, shape: MapShape): boolean {
    const [left, right] = [asMap(before), asMap(after)];
    const isEmpty = this.#isEmpty(left, shape) && this.#isEmpty(right, shape);
    if (shape.atomic || isEmpty) return this.#whole(before, after);
    for (const key in left) this.#field(key, left, right, shape);
    for (const key in right) if (left?.[key] === undefined) this.#field(key, left, right, shape);
    if (this.#asWritten && (left === undefined) !== (right === undefined)) {
      const there = left ?? right;
      for (const [key, { written }] of shape.fields)
        if (written !== undefined && there?.[key] === undefined) this.#field(key, left, right, shape);
    }
    return false;
  }

  #isEmpty(map: JsonMap | undefined, { fields }: MapShape): boolean {
    if (!isEmptyMap(map)) return false;
    if (map === undefined || !this.#asWritten) return true;
    for (const { written } of fields.values()) if (written !== undefined) return false;
    return true;
  }

  #field(key: string, left: JsonMap | undefined, right: JsonMap | undefined, shape: MapShape): void {
    const field = shapeAt(shape, key);
    if (!field) return;
    const written = this.#asWritten ? shape.fields.get(key)?.written : undefined;
    const before = left && (left[key] === undefined ? written : left[key]);
    const after = right && (right[key] === undefined ? written : right[key]);
    if (before === after) return;
    this.#path.push(fieldStep(key));
    this.compare(before, after, field);
    this.#path.pop();
  }

  #lists(before: unknown, after: unknown, shape: ListShape): boolean {
    const [left, right] = [asList(before), asList(after)];
    if (shape.atomic || (isEmptyList(left) && isEmptyList(right))) return this.#whole(before, after);
    const [olds, news] = [itemsBySteps(shape, left ?? []), itemsBySteps(shape, right ?? [])];
    for (const step of new Set([...olds.keys(), ...news.keys()])) {
      this.#path.push(step);
      this.#items(olds.get(step) ?? [], news.get(step) ?? [], shape);
      this.#path.pop();
    }
    return false;
  }

  /** Items that share a step are one thing, which cannot be looked into. */
  #items(olds: readonly unknown[], news: readonly unknown[], { items }: ListShape): void {
    if (olds.length <= 1 && news.length <= 1) this.compare(olds[0], news[0], items);
    else if (olds.length >= 2 && news.length >= 2) {
      if (!deepEqual(olds, news)) insertPath(this.modified, this.#path);
    } else if (olds.length >= 2) {
      if (news.length > 0) this.compare(undefined, news[0], items);
      insertPath(this.removed, this.#path);
    } else {
      if (olds.length > 0) this.compare(olds[0], undefined, items);
      insertPath(this.added, this.#path);
    }
  }
}

/**
 * Says which fields differ between two states of an object.
 * @param asWritten both are taken as Go writes them: with the zeros, nulls and empty structs that it does not leave out
 * @see sigs.k8s.io/structured-merge-diff/v6/typed TypedValue.Compare
 */
export const compare = (before: unknown, after: unknown, shape: Shape, asWritten = false): Comparison => {
  const comparer = new Comparer(asWritten);
  comparer.compare(before, after, shape);
  const { removed, modified, added } = comparer;
  return { removed, modified, added };
};

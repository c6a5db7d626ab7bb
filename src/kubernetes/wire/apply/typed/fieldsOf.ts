import { type DraftSet, type FieldSet, insertPath } from '../sets/fieldSet';
import { fieldStep, type Step } from '../sets/steps';
import { itemsBySteps } from './items';
import { type ListShape, type MapShape, type Shape, shapeAt, sortOf } from './shape';
import { asList, asMap, isEmptyMap } from './values';

class Collector {
  readonly set: DraftSet = {};
  readonly #path: Step[] = [];

  collect(value: unknown, shape: Shape): void {
    const sort = sortOf(shape, value);
    if (sort === 'map' && shape.map) this.#map(value, shape.map);
    else if (sort === 'list' && shape.list) this.#list(value, shape.list);
    else this.#insert();
  }

  #insert(): void {
    insertPath(this.set, this.#path);
  }

  #map(value: unknown, shape: MapShape): void {
    if (shape.atomic) this.#insert();
    else
      for (const [key, inner] of Object.entries(asMap(value) ?? {})) {
        if (inner === undefined) continue;
        this.#path.push(fieldStep(key));
        const field = shapeAt(shape, key);
        if (field) this.collect(inner, field);
        const map = asMap(inner);
        // A struct's own fields are there as long as something is in them; keys are there by themselves.
        if (inner === null || (map && isEmptyMap(map)) || !shape.fields.has(key)) this.#insert();
        this.#path.pop();
      }
  }

  #list(value: unknown, shape: ListShape): void {
    if (shape.atomic) this.#insert();
    else
      for (const [step, items] of itemsBySteps(shape, asList(value) ?? [])) {
        this.#path.push(step);
        if (items.length === 1) this.collect(items[0], shape.items);
        this.#insert();
        this.#path.pop();
      }
  }
}

/**
 * The fields that an object says something of.
 * @see sigs.k8s.io/structured-merge-diff/v6/typed TypedValue.ToFieldSet
 */
export const fieldsOf = (object: unknown, shape: Shape): FieldSet => {
  const collector = new Collector();
  collector.collect(object, shape);
  return collector.set;
};

import { type FieldSet, stepsOf } from '../sets/fieldSet';
import { fieldOfStep } from '../sets/steps';
import { isDeduced, type Shape, shapeAt } from '../typed/shape';
import type { Scope } from './changes';
import type { Manager, Managers } from './manager';

const isWhole = ({ map, list }: Shape): boolean => (map ? map.atomic : (list?.atomic ?? false));

/** The shape of what a step leads to; undefined where nothing is declared. */
const below = ({ map, list }: Shape, step: string): Shape | undefined => {
  if (!map) return list?.items;
  const field = fieldOfStep(step);
  return field === undefined ? map.values : shapeAt(map, field);
};

const reconcile = (fields: FieldSet, shape: Shape): FieldSet => {
  if (shape.map && isDeduced(shape.map)) return fields;
  let result = fields;
  for (const step of stepsOf(fields)) {
    const found = fields[step];
    const inner = below(shape, step);
    if (!found || !inner || stepsOf(found).length === 0) continue;
    const next = isWhole(inner) ? {} : reconcile(found, inner);
    if (next !== found) result = { ...result, [step]: next };
  }
  return result;
};

/**
 * The managers, after a custom kind has been defined anew: of what is owned as a whole now, parts are owned no more, but
 * the whole.
 * @returns the same ones if that makes no difference
 * @see sigs.k8s.io/structured-merge-diff/v6/typed ReconcileFieldSetWithSchema
 */
export const reconciled = (managers: Managers, scope: Scope): Managers => {
  if (!scope.isDefined) return managers;
  let result: Map<string, Manager> | undefined;
  for (const [identifier, manager] of managers) {
    const shape = scope.shape(manager.apiVersion);
    const fields = shape ? reconcile(manager.fields, shape) : manager.fields;
    if (fields === manager.fields) continue;
    result ??= new Map(managers);
    result.set(identifier, { ...manager, fields });
  }
  return result ?? managers;
};

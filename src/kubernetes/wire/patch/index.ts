import type { KubeObject } from '../../object';
import { definitionOf } from '../schema/schema';
import { isObject } from './json';
import { applyMergePatch } from './merge';
import { applyOperations } from './operations';
import { undecodable, unsupportedPatch } from './refusals';
import type { ChangeRequest } from './request';
import { applyStrategicPatch } from './strategic';

export { computeApplyPatch, LAST_APPLIED, lastAppliedOf, rememberingItself } from './threeWay';

/**
 * How `kubectl apply` sends what `computeApplyPatch` works out: strategically, if the kind has strategies. Custom
 * resources have none, and what is worked out for them is a merge patch.
 */
export const patchTypeOf = (object: {
  readonly apiVersion: string;
  readonly kind: string;
}): 'strategic' | 'merge' => (definitionOf(object) ? 'strategic' : 'merge');

/**
 * Applies a PATCH body to a stored object. The result shares every part the patch leaves alone, and is the stored
 * object itself if nothing changes. It is not decoded, defaulted or validated yet.
 *
 * @throws ApiError 400 for a patch of the wrong form, 415 for a strategic patch of a custom resource, 422 for one that
 *   cannot be applied.
 */
export const applyPatch = <T extends KubeObject>(
  current: T,
  patch: unknown,
  type: ChangeRequest['type'],
): T => patched(current, patch, type) as T;

const patched = (current: KubeObject, patch: unknown, type: ChangeRequest['type']): unknown => {
  switch (type) {
    case 'strategic': {
      const definition = definitionOf(current);
      if (!definition) throw unsupportedPatch();
      return isObject(current) ? applyStrategicPatch(current, patch, definition.schema) : current;
    }
    case 'merge':
      if (!isObject(patch)) throw undecodable(patch, 'map[string]interface {}');
      return applyMergePatch(current, patch);
    case 'json':
      return applyOperations(current, patch);
  }
};

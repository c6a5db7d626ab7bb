import type { KubeObject } from '../../object';
import { definitionOf } from '../schema/schema';
import type { JsonObject } from './json';
import { isObject } from './json';
import { applyMergePatch } from './merge';
import { applyOperations } from './operations';
import { undecodable } from './refusals';
import { applyStrategicPatch } from './strategic';

export { computeApplyPatch, LAST_APPLIED, lastAppliedOf, rememberingItself } from './threeWay';

/**
 * Applies a PATCH body to a stored object. The result shares every part the patch leaves alone, and is the stored
 * object itself if nothing changes. It is not decoded, defaulted or validated yet.
 *
 * @param type `strategic` for `application/strategic-merge-patch+json`, `merge` for RFC 7386, `json` for RFC 6902.
 * @throws ApiError 400 for a patch of the wrong form, 422 for one that cannot be applied.
 */
export const applyPatch = (
  current: KubeObject,
  patch: unknown,
  type: 'strategic' | 'merge' | 'json',
): KubeObject => {
  const document = current as unknown as JsonObject;
  switch (type) {
    case 'strategic':
      return applyStrategicPatch(
        document,
        patch,
        definitionOf(current)?.schema ?? {},
      ) as unknown as KubeObject;
    case 'merge':
      if (!isObject(patch)) throw undecodable(patch, 'map[string]interface {}');
      return applyMergePatch(document, patch) as KubeObject;
    case 'json':
      return applyOperations(document, patch) as KubeObject;
  }
};

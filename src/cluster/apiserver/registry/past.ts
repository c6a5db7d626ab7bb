import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { keyOf, type Store } from './store';

/**
 * The objects of a kind as they were at a revision: what there is now, with what was written since undone. So the past
 * costs nothing until somebody asks for it.
 * @param namespace undefined for all
 * @throws ApiError 410 if that is longer ago than the history of the kind
 */
export const objectsAt = (
  store: Store,
  kind: ResourceType,
  revision: number,
  namespace: string | undefined,
): readonly KubeObject[] => {
  const topic = store.topic(kind);
  const first = topic.after(revision);
  if (first === topic.end) return store.all(kind, namespace);
  const objects = new Map(store.all(kind, namespace).map((object) => [keyOf(object), object]));
  for (let position = topic.end - 1; position >= first; position--) {
    const { object, before } = topic.at(position);
    if (namespace !== undefined && object.metadata.namespace !== namespace) continue;
    if (before) objects.set(keyOf(before), before);
    else objects.delete(keyOf(object));
  }
  return [...objects.values()];
};

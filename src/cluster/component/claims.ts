import { controllerOf, isTerminating } from '../../kubernetes/fields/meta';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { type ResourceType, resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError, conflict } from '../../kubernetes/refusals';
import { ownedBy } from '../controllers/daemonset/podTemplate';
import type { Client } from './client';

/** What the API server says now: a set that is being deleted, or gone, adopts nothing, whatever is known of it here. */
const assertAlive = (client: Client, set: DaemonSet): void => {
  const { namespace, name, uid } = set.metadata;
  const [fresh] = client.list<DaemonSet>(resources.daemonsets, {
    namespace,
    fieldSelector: `metadata.name=${name}`,
  });
  if (!fresh || fresh.metadata.uid !== uid || isTerminating(fresh)) {
    throw conflict(resources.daemonsets, name, `${namespace}/${name} has just been deleted`);
  }
};

const adopt = <T extends KubeObject>(
  client: Client,
  set: DaemonSet,
  resource: ResourceType,
  object: T,
): T => {
  assertAlive(client, set);
  return client.amend(object, resource, (current) =>
    current.metadata.uid === object.metadata.uid && !controllerOf(current)
      ? {
          ...current,
          metadata: {
            ...current.metadata,
            ownerReferences: [...(current.metadata.ownerReferences ?? []), ownedBy(set)],
          },
        }
      : undefined,
  );
};

const release = (client: Client, set: DaemonSet, resource: ResourceType, object: KubeObject): void => {
  client.amend(object, resource, (current) => {
    const { ownerReferences = [], ...metadata } = current.metadata;
    const left = ownerReferences.filter((owner) => owner.uid !== set.metadata.uid);
    if (left.length === ownerReferences.length) return undefined;
    return { ...current, metadata: left.length > 0 ? { ...metadata, ownerReferences: left } : metadata };
  });
};

/**
 * Decides whether an object belongs to the set: its own that match stay, its own that no longer match are released,
 * matching ones without a manager are adopted.
 * @returns the object if it belongs to the set, undefined if not
 * @see k8s.io/kubernetes/pkg/controller ControllerRefManager
 */
export const claim = <T extends Pod | KubeObject>(
  client: Client,
  set: DaemonSet,
  matches: boolean,
  resource: ResourceType,
  object: T,
): T | undefined => {
  const owner = controllerOf(object);
  try {
    if (owner) {
      if (owner.uid !== set.metadata.uid) return undefined;
      if (matches) return object;
      if (!isTerminating(set)) release(client, set, resource, object);
      return undefined;
    }
    if (!matches || isTerminating(set) || isTerminating(object)) return undefined;
    const adopted = adopt(client, set, resource, object);
    return controllerOf(adopted)?.uid === set.metadata.uid ? adopted : undefined;
  } catch (error) {
    // Gone in the meantime: nothing to claim.
    if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
    throw error;
  }
};

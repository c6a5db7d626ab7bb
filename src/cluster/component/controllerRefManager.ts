import { controllerOf, isTerminating, newControllerRef, withoutOwners } from '../../kubernetes/fields/meta';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError, conflict } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Client } from './client';

/**
 * Decides what belongs to the owners of one kind, and says so in the objects: those that match an owner's selector and
 * have no manager are adopted, its own that no longer match are released. Any kind of owner, any kind of object.
 * @see k8s.io/kubernetes/pkg/controller ControllerRefManager
 */
export class ControllerRefManager {
  readonly #client: Client;
  readonly #owners: ResourceType;

  /** @param owners the kind of the owners */
  constructor(client: Client, owners: ResourceType) {
    this.#client = client;
    this.#owners = owners;
  }

  /**
   * Claims an object for an owner that has heard of it.
   * @param matches whether the owner's selector matches the object
   * @returns the object if it belongs to the owner, as it is now; undefined if not
   * @throws ApiError 409 if the owner has just been deleted, or what the server says to the write
   */
  claim<T extends KubeObject>(
    owner: KubeObject,
    matches: boolean,
    resource: ResourceType<T>,
    object: T,
  ): T | undefined {
    const manager = controllerOf(object);
    try {
      if (manager) {
        if (manager.uid !== owner.metadata.uid) return undefined;
        if (matches) return object;
        if (!isTerminating(owner)) this.#release(owner, resource, object);
        return undefined;
      }
      if (!matches || isTerminating(owner) || isTerminating(object)) return undefined;
      const adopted = this.#adopt(owner, resource, object);
      return controllerOf(adopted)?.uid === owner.metadata.uid ? adopted : undefined;
    } catch (error) {
      // Gone in the meantime: nothing to claim.
      if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
      throw error;
    }
  }

  #adopt<T extends KubeObject>(owner: KubeObject, resource: ResourceType<T>, object: T): T {
    this.#assertAlive(owner);
    return this.#client.amend(object, resource, (current) =>
      current.metadata.uid === object.metadata.uid && !controllerOf(current)
        ? {
            ...current,
            metadata: {
              ...current.metadata,
              ownerReferences: [...(current.metadata.ownerReferences ?? []), newControllerRef(owner)],
            },
          }
        : undefined,
    );
  }

  #release<T extends KubeObject>(owner: KubeObject, resource: ResourceType<T>, object: T): void {
    this.#client.amend(object, resource, (current) => withoutOwners(current, [owner.metadata.uid]));
  }

  /** Asks the API server: an owner that is being deleted, or gone, adopts nothing, whatever is known of it here. */
  #assertAlive(owner: KubeObject): void {
    const { namespace, name, uid } = owner.metadata;
    const [fresh] = this.#client.list(this.#owners, { namespace, fieldSelector: `metadata.name=${name}` });
    if (!fresh || fresh.metadata.uid !== uid || isTerminating(fresh)) {
      throw conflict(this.#owners, name, `${namespace}/${name} has just been deleted`);
    }
  }
}

import { isTerminating } from '../../kubernetes/fields/meta';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { storageResources } from '../../kubernetes/kinds/storage/resources';
import type { Claim, PersistentVolume } from '../../kubernetes/kinds/storage/storage';
import { CLAIM_PROTECTION, VOLUME_PROTECTION } from '../../kubernetes/kinds/storageProtection';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

const { claims, volumes } = storageResources;

const has = ({ metadata }: KubeObject, finalizer: string): boolean =>
  metadata.finalizers?.includes(finalizer) ?? false;

/** It is to be let go, or to be protected again, as somebody has taken the finalizer away. */
const isOfInterest = (object: KubeObject, finalizer: string): boolean =>
  isTerminating(object) === has(object, finalizer);

const without = <T extends KubeObject>(object: T, finalizer: string): T => {
  const finalizers = object.metadata.finalizers?.filter((each) => each !== finalizer);
  return { ...object, metadata: { ...object.metadata, finalizers } };
};

const withFinalizer = <T extends KubeObject>(object: T, finalizer: string): T => {
  if (isTerminating(object) || has(object, finalizer)) return object;
  const finalizers = [...(object.metadata.finalizers ?? []), finalizer];
  return { ...object, metadata: { ...object.metadata, finalizers } };
};

/** The claims of a pod that a node knows of: those that it names, and those that are made for it. */
const claimsOf = ({ metadata, spec }: Pod): readonly string[] =>
  spec.nodeName
    ? (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => [
        ...(persistentVolumeClaim ? [persistentVolumeClaim.claimName] : []),
        ...(ephemeral ? [`${metadata.name}-${name}`] : []),
      ])
    : [];

/** Keeps objects from going as long as they are used, by a finalizer that it takes away then. */
abstract class ProtectionController<T extends KubeObject> extends Component {
  readonly #resource: ResourceType<T>;
  readonly #finalizer: string;
  /** Those that are to be let go, or to be protected again. */
  protected readonly marked = new Map<string, T>();

  constructor(name: string, surroundings: Surroundings, resource: ResourceType<T>, finalizer: string) {
    super(name, surroundings);
    this.#resource = resource;
    this.#finalizer = finalizer;
    this.watch<T>(resource, (event) => this.#onObject(event));
  }

  protected abstract isUsed(object: T): boolean;

  protected override sync(key: string): void {
    const object = this.marked.get(key);
    if (!object) return;
    const finalizer = this.#finalizer;
    if (!isTerminating(object))
      this.client.amend(object, this.#resource, (current) => withFinalizer(current, finalizer));
    else if (!this.isUsed(object))
      this.client.amend(object, this.#resource, (current) => without(current, finalizer));
  }

  #onObject({ type, object }: StoreEvent<T>): void {
    const key = keyOf(object);
    if (type === 'DELETED' || !isOfInterest(object, this.#finalizer)) {
      this.marked.delete(key);
      return;
    }
    this.marked.set(key, object);
    this.queue.add(key);
  }
}

/**
 * Lets claims go that are deleted, once no pod on a node uses them.
 * @see k8s.io/kubernetes/pkg/controller/volume/pvcprotection
 */
export class ClaimProtectionController extends ProtectionController<Claim> {
  constructor(surroundings: Surroundings) {
    super('persistentvolumeclaim-protection-controller', surroundings, claims, CLAIM_PROTECTION);
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  protected override isUsed({ metadata: { name, namespace = '' } }: Claim): boolean {
    return this.client.list(resources.pods, { namespace }).some((pod) => claimsOf(pod).includes(name));
  }

  #onPod({ type, object }: StoreEvent<Pod>): void {
    if (type !== 'DELETED' || this.marked.size === 0) return;
    for (const name of claimsOf(object)) this.queue.add(`${object.metadata.namespace}/${name}`);
  }
}

/**
 * Lets volumes go that are deleted, once no claim is bound to them.
 * @see k8s.io/kubernetes/pkg/controller/volume/pvprotection
 */
export class VolumeProtectionController extends ProtectionController<PersistentVolume> {
  constructor(surroundings: Surroundings) {
    super('persistentvolume-protection-controller', surroundings, volumes, VOLUME_PROTECTION);
  }

  protected override isUsed({ status }: PersistentVolume): boolean {
    return status?.phase === 'Bound';
  }
}

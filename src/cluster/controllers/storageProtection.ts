import { isTerminating } from '../../kubernetes/fields/meta';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { servedKind } from '../../kubernetes/kinds/served';
import { CLAIM_PROTECTION, VOLUME_PROTECTION } from '../../kubernetes/kinds/storageProtection';
import type { KubeObject } from '../../kubernetes/object';
import { keyOf } from '../apiserver/registry/store';
import type { StoreEvent } from '../apiserver/registry/topic';
import { Component, type Surroundings } from '../component/component';

const claims = servedKind('v1', 'PersistentVolumeClaim');
const volumes = servedKind('v1', 'PersistentVolume');

type Volume = KubeObject & { readonly status?: { readonly phase?: string } };

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

/**
 * Lets claims go that are deleted, once no pod on a node uses them.
 * @see k8s.io/kubernetes/pkg/controller/volume/pvcprotection
 */
export class ClaimProtectionController extends Component {
  readonly #marked = new Map<string, KubeObject>();

  constructor(surroundings: Surroundings) {
    super('persistentvolumeclaim-protection-controller', surroundings);
    this.watch<KubeObject>(claims, (event) => this.#onClaim(event));
    this.watch<Pod>(resources.pods, (event) => this.#onPod(event));
  }

  protected override sync(key: string): void {
    const claim = this.#marked.get(key);
    if (!claim) return;
    if (!isTerminating(claim)) {
      this.client.amend(claim, claims, (current) => withFinalizer(current, CLAIM_PROTECTION));
      return;
    }
    const { name, namespace } = claim.metadata;
    const pods = this.client.list(resources.pods, { namespace: namespace ?? '' });
    if (pods.some((pod) => claimsOf(pod).includes(name))) return;
    this.client.amend(claim, claims, (current) => without(current, CLAIM_PROTECTION));
  }

  #onClaim({ type, object }: StoreEvent<KubeObject>): void {
    const key = keyOf(object);
    if (type === 'DELETED' || !isOfInterest(object, CLAIM_PROTECTION)) {
      this.#marked.delete(key);
      return;
    }
    this.#marked.set(key, object);
    this.queue.add(key);
  }

  #onPod({ type, object }: StoreEvent<Pod>): void {
    if (type !== 'DELETED' || this.#marked.size === 0) return;
    for (const name of claimsOf(object)) this.queue.add(`${object.metadata.namespace}/${name}`);
  }
}

/**
 * Lets volumes go that are deleted, once no claim is bound to them.
 * @see k8s.io/kubernetes/pkg/controller/volume/pvprotection
 */
export class VolumeProtectionController extends Component {
  readonly #marked = new Map<string, Volume>();

  constructor(surroundings: Surroundings) {
    super('persistentvolume-protection-controller', surroundings);
    this.watch<Volume>(volumes, (event) => this.#onVolume(event));
  }

  protected override sync(name: string): void {
    const volume = this.#marked.get(name);
    if (!volume) return;
    if (!isTerminating(volume)) {
      this.client.amend(volume, volumes, (current) => withFinalizer(current, VOLUME_PROTECTION));
      return;
    }
    if (volume.status?.phase === 'Bound') return;
    this.client.amend(volume, volumes, (current) => without(current, VOLUME_PROTECTION));
  }

  #onVolume({ type, object }: StoreEvent<Volume>): void {
    const { name } = object.metadata;
    if (type === 'DELETED' || !isOfInterest(object, VOLUME_PROTECTION)) {
      this.#marked.delete(name);
      return;
    }
    this.#marked.set(name, object);
    this.queue.add(name);
  }
}

import { storageResources } from '../../../kubernetes/kinds/storage/resources';
import { CLAIM_PROTECTION, VOLUME_PROTECTION } from '../../../kubernetes/kinds/storageProtection';
import type { KubeObject } from '../../../kubernetes/object';
import type { AdmissionPlugin } from './plugin';

const FINALIZERS: Readonly<Record<string, string>> = {
  PersistentVolumeClaim: CLAIM_PROTECTION,
  PersistentVolume: VOLUME_PROTECTION,
};

/**
 * Lets no storage go that is in use.
 * @see k8s.io/kubernetes/plugin/pkg/admission/storage/storageobjectinuseprotection
 */
export const protectStorageInUse = (): AdmissionPlugin<KubeObject> => ({
  kinds: [storageResources.claims, storageResources.volumes],
  operations: ['create'],
  phase: 'mutating',
  admit(object) {
    const finalizer = FINALIZERS[object.kind];
    const { finalizers = [] } = object.metadata;
    if (!finalizer || finalizers.includes(finalizer)) return object;
    return { ...object, metadata: { ...object.metadata, finalizers: [...finalizers, finalizer] } };
  },
});

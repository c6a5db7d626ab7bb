import type { ResourceType } from '../../kubernetes/resourceType';

const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '',
    [
      'namespaces',
      'persistentvolumeclaims',
      'persistentvolumes',
      'pods',
      'podtemplates',
      'resourcequotas',
      'serviceaccounts',
      'services',
    ],
  ],
  [
    'resource.k8s.io',
    ['deviceclasses', 'devicetaintrules', 'resourceclaims', 'resourceclaimtemplates', 'resourceslices'],
  ],
  [
    'storage.k8s.io',
    ['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments', 'volumeattributesclasses'],
  ],
]);

/**
 * True for kinds whose deletion is answered with the object, though it is gone.
 * @see k8s.io/apiserver/pkg/registry/generic/registry Store.ReturnDeletedObject
 */
export const isShownWhenGone = ({ group, plural }: ResourceType): boolean =>
  KINDS.get(group)?.includes(plural) ?? false;

import { isTerminating } from '../../../kubernetes/fields/meta';
import { type Claim, isBound } from '../../../kubernetes/kinds/storage/storage';
import { type FilterPlugin, unresolvable } from './plugin';
import { volumesOn } from './podVolumes';
import { claimsNamedBy, claimsOf, isBoundLater } from './storage';

/** What keeps the claim from being looked at for any node. */
const troubleWith = (name: string, claim: Claim | undefined): string | undefined => {
  if (!claim) return `persistentvolumeclaim "${name}" not found`;
  if (claim.status?.phase === 'Lost')
    return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec?.volumeName ?? ''}"`;
  return isTerminating(claim) ? `persistentvolumeclaim "${name}" is being deleted` : undefined;
};

/**
 * A pod that names claims waits until they are there and bound, and goes where their volumes are. A claim that waits for
 * its first pod only has to be able to have a volume there: it is bound when the node has been chosen.
 * @see pkg/scheduler/framework/plugins/volumebinding/volume_binding.go PreFilter, Filter
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go GetPodVolumeClaims, FindPodVolumes
 */
export const volumeBinding: FilterPlugin = {
  name: 'VolumeBinding',
  preFilter(pod, { storage }) {
    for (const name of claimsNamedBy(pod)) {
      const trouble = troubleWith(name, storage.claim(pod.metadata.namespace, name));
      if (trouble !== undefined) return trouble;
    }
    return claimsOf(pod, storage).some((claim) => !isBound(claim) && !isBoundLater(claim, storage))
      ? 'pod has unbound immediate PersistentVolumeClaims'
      : undefined;
  },
  filter(pod, node, _info, { storage }) {
    const claims = claimsOf(pod, storage);
    if (claims.length === 0) return undefined;
    const [first, ...more] = volumesOn(claims, node, storage).reasons;
    return first === undefined ? undefined : { ...unresolvable(first), reasons: [first, ...more] };
  },
  mayHelp(pod, news) {
    switch (news.type) {
      case 'claim changed':
        return (
          news.claim.metadata.namespace === pod.metadata.namespace &&
          claimsNamedBy(pod).includes(news.claim.metadata.name)
        );
      case 'volume changed':
      case 'class changed':
      case 'node added':
        return true;
      case 'node updated':
        return news.before.metadata.labels !== news.node.metadata.labels;
      default:
        return false;
    }
  },
};

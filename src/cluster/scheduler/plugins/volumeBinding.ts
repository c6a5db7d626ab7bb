import { isTerminating } from '../../../kubernetes/fields/meta';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { type FilterPlugin, unresolvable } from './plugin';
import { type Claim, claimsNamedBy, isBound, isBoundLater, type Storage } from './storage';
import { couldHaveVolume, reaches } from './volumeMatch';

/** What keeps the claim from being looked at for any node. */
const troubleWith = (name: string, claim: Claim | undefined): string | undefined => {
  if (!claim) return `persistentvolumeclaim "${name}" not found`;
  if (claim.status?.phase === 'Lost')
    return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec?.volumeName ?? ''}"`;
  return isTerminating(claim) ? `persistentvolumeclaim "${name}" is being deleted` : undefined;
};

type Named = readonly [name: string, claim: Claim | undefined];

const NONE: readonly Named[] = [];

const claimsOf = (pod: Pod, storage: Storage): readonly Named[] => {
  const names = claimsNamedBy(pod);
  if (names.length === 0) return NONE;
  return names.map((name) => [name, storage.claim(pod.metadata.namespace, name)]);
};

/** Why the volumes of the claims cannot be used on a node. */
const reasonsOn = (claims: readonly Claim[], node: Node, storage: Storage): readonly string[] => {
  const reasons: string[] = [];
  const bound = claims.filter(isBound);
  const volumes = bound.map(({ spec }) => storage.volume(spec?.volumeName ?? ''));
  const first = volumes.find((volume) => !volume || !reaches(volume, node));
  const waiting = claims.filter((claim) => !isBound(claim));
  if (first) reasons.push("node(s) didn't match PersistentVolume's node affinity");
  if (waiting.some((claim) => !couldHaveVolume(claim, node, storage)))
    reasons.push("node(s) didn't find available persistent volumes to bind");
  if (!first && volumes.includes(undefined))
    reasons.push('node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)');
  return reasons;
};

/**
 * A pod that names claims waits until they are there and bound, and goes where their volumes are. A claim that waits for
 * its first pod only has to be able to have a volume there: nobody makes it, and the claim is not bound by it.
 * @see pkg/scheduler/framework/plugins/volumebinding/volume_binding.go PreFilter, Filter
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go GetPodVolumeClaims, FindPodVolumes
 */
export const volumeBinding: FilterPlugin = {
  name: 'VolumeBinding',
  preFilter(pod, { storage }) {
    const claims = claimsOf(pod, storage);
    if (claims.length === 0) return undefined;
    for (const [name, claim] of claims) {
      const trouble = troubleWith(name, claim);
      if (trouble !== undefined) return trouble;
    }
    return claims.some(([, claim]) => claim && !isBound(claim) && !isBoundLater(claim, storage))
      ? 'pod has unbound immediate PersistentVolumeClaims'
      : undefined;
  },
  filter(pod, node, _info, { storage }) {
    const claims = claimsOf(pod, storage);
    if (claims.length === 0) return undefined;
    const found = claims.flatMap(([, claim]) => claim ?? []);
    const [first, ...more] = reasonsOn(found, node, storage);
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

import type { Node } from '../../kubernetes/kinds/node/node';
import { reaches } from '../../kubernetes/kinds/storage/matching';
import {
  type Claim,
  isBound,
  type PersistentVolume,
  SELECTED_NODE,
} from '../../kubernetes/kinds/storage/storage';
import type { Storage } from './plugins/storage';

/** A claim that a pod waits for whose node has been chosen. */
export interface Awaited {
  /** Its name. */
  readonly claim: string;
  /** The name of the volume that it was given; undefined if somebody makes one. */
  readonly volume: string | undefined;
}

/** How far the binding has come: what has gone wrong, or whether all claims have their volumes. */
export type Progress = { readonly trouble: string } | 'bound' | 'waits';

const notFound = (kind: string, key: string): string => `could not find v1.${kind} "${key}"`;

const elsewhere = ({ metadata }: PersistentVolume, node: string): string =>
  `pv "${metadata.name}" node affinity doesn't match node "${node}": no matching NodeSelectorTerms`;

const troubleWithGiven = (name: string, node: Node, storage: Storage): string | undefined => {
  const volume = storage.volume(name);
  if (!volume) return `failed to check binding: ${notFound('PersistentVolume', name)}`;
  if (!reaches(volume, node)) return elsewhere(volume, node.metadata.name);
  return volume.spec?.claimRef?.uid ? undefined : `ClaimRef got reset for pv "${name}"`;
};

const troubleWithMade = ({ metadata, spec }: Claim, node: Node, storage: Storage): string | undefined => {
  if (!metadata.annotations) return `selectedNode annotation reset for PVC "${metadata.name}"`;
  if (metadata.annotations[SELECTED_NODE] !== node.metadata.name)
    return `provisioning failed for PVC "${metadata.name}"`;
  const volume = spec?.volumeName ? storage.volume(spec.volumeName) : undefined;
  return volume && !reaches(volume, node) ? elsewhere(volume, node.metadata.name) : undefined;
};

/**
 * Looks how far the binding has come. Nobody looks further than the first claim that has no volume yet.
 * @param on the name of the node
 * @param node the node, if it is there still
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go checkBindings
 */
export const progressOf = (
  awaited: readonly Awaited[],
  namespace: string | undefined,
  on: string,
  node: Node | undefined,
  storage: Storage,
): Progress => {
  if (!node) return { trouble: `failed to get node "${on}": node "${on}" not found` };
  for (const { claim: name, volume } of awaited) {
    const claim = storage.claim(namespace, name);
    const step = volume === undefined ? 'failed to check provisioning pvc' : 'failed to check binding';
    if (!claim) return { trouble: `${step}: ${notFound('PersistentVolumeClaim', `${namespace}/${name}`)}` };
    const trouble =
      volume === undefined ? troubleWithMade(claim, node, storage) : troubleWithGiven(volume, node, storage);
    if (trouble !== undefined) return { trouble };
    if (!isBound(claim)) return 'waits';
  }
  return 'bound';
};

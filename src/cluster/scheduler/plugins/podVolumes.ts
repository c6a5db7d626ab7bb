import type { Node } from '../../../kubernetes/kinds/node/node';
import { allows, bestMatch, reaches, sizeWantedBy } from '../../../kubernetes/kinds/storage/matching';
import {
  type Claim,
  classNameOf,
  classNameOfVolume,
  hasProvisioner,
  isBound,
  isKeptFor,
  type PersistentVolume,
  SELECTED_NODE,
  type StorageClass,
} from '../../../kubernetes/kinds/storage/storage';
import type { Storage } from './storage';

/** A claim, and the volume that is to be its own. */
export interface Match {
  readonly claim: Claim;
  readonly volume: PersistentVolume;
}

/** What it takes for the claims of a pod to have volumes on a node. */
export interface PodVolumes {
  /** Why they cannot, in the scheduler's words and order. */
  readonly reasons: readonly string[];
  /** Volumes that are there. */
  readonly matches: readonly Match[];
  /** Claims for which somebody has to make one. */
  readonly toMake: readonly Claim[];
}

/** @see pkg/apis/core/v1/helper/helpers.go MatchTopologySelectorTerms */
const isAllowedOn = ({ allowedTopologies = [] }: StorageClass, { metadata }: Node): boolean =>
  allowedTopologies.length === 0 ||
  allowedTopologies.some(
    ({ matchLabelExpressions: all = [] }) =>
      all.length > 0 && all.every(({ key, values }) => values.includes(metadata.labels?.[key] ?? '')),
  );

/** @see pkg/scheduler/framework/plugins/volumebinding/binder.go checkVolumeProvisions */
const mayBeMadeFor = (claim: Claim, node: Node, storage: Storage): boolean => {
  const of = storage.class(classNameOf(claim));
  return of !== undefined && hasProvisioner(of) && isAllowedOn(of, node);
};

/**
 * The volume for a pod on this node. One that is kept for the claim and is elsewhere rules out all others.
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go findMatchingVolumes
 */
const matchFor = (
  claim: Claim,
  node: Node,
  volumes: readonly PersistentVolume[],
): PersistentVolume | undefined => {
  const mayTake = (volume: PersistentVolume) => reaches(volume, node) && allows(volume, claim);
  const best = bestMatch(claim, volumes, mayTake);
  return best && (!isKeptFor(best, claim) || reaches(best, node)) ? best : undefined;
};

const find = (waiting: readonly Claim[], node: Node, storage: Storage): Omit<PodVolumes, 'reasons'> => {
  const bySize = [...waiting].sort((one, other) => sizeWantedBy(one) - sizeWantedBy(other));
  const matches: Match[] = [];
  const toMake: Claim[] = [];
  for (const claim of bySize) {
    const taken = new Set(matches.map(({ volume }) => volume));
    const offered = storage.volumes.filter(
      (volume) => classNameOfVolume(volume) === classNameOf(claim) && !taken.has(volume),
    );
    const isChosen = claim.metadata.annotations?.[SELECTED_NODE] !== undefined;
    const volume = isChosen ? undefined : matchFor(claim, node, offered);
    if (volume) matches.push({ claim, volume });
    else toMake.push(claim);
  }
  return { matches, toMake };
};

const NOTHING: Omit<PodVolumes, 'reasons'> = { matches: [], toMake: [] };

/** Somebody is making its volume for another node. */
const isForAnother = ({ metadata }: Claim, node: Node): boolean =>
  (metadata.annotations?.[SELECTED_NODE] ?? node.metadata.name) !== node.metadata.name;

/**
 * What the claims of a pod need on a node. All that are not bound wait for their first pod.
 * @see pkg/scheduler/framework/plugins/volumebinding/binder.go FindPodVolumes
 */
export const volumesOn = (claims: readonly Claim[], node: Node, storage: Storage): PodVolumes => {
  const volumes = claims.filter(isBound).map(({ spec }) => storage.volume(spec?.volumeName ?? ''));
  // Nobody looks further than the first that is missing, or elsewhere.
  const trouble = volumes.findIndex((volume) => !volume || !reaches(volume, node));
  const isMissing = trouble >= 0 && volumes[trouble] === undefined;
  const waiting = claims.filter((claim) => !isBound(claim));
  const isElsewhere = waiting.some((claim) => isForAnother(claim, node));
  const found = isElsewhere || waiting.length === 0 ? NOTHING : find(waiting, node, storage);
  const cannotBind = isElsewhere || !found.toMake.every((claim) => mayBeMadeFor(claim, node, storage));
  return {
    ...found,
    reasons: [
      ...(trouble >= 0 && !isMissing ? ["node(s) didn't match PersistentVolume's node affinity"] : []),
      ...(cannotBind ? ["node(s) didn't find available persistent volumes to bind"] : []),
      ...(isMissing ? ['node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)'] : []),
    ],
  };
};

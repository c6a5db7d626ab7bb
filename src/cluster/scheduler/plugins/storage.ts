import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import {
  type Claim,
  classNameOf,
  type PersistentVolume,
  type StorageClass,
  waitsForFirstConsumer,
} from '../../../kubernetes/kinds/storage/storage';

/** What there is of storage, by name. */
export interface Storage {
  claim(namespace: string | undefined, name: string): Claim | undefined;
  volume(name: string): PersistentVolume | undefined;
  class(name: string): StorageClass | undefined;
  readonly volumes: readonly PersistentVolume[];
}

const NO_CLAIMS: readonly string[] = [];

/** The claims that a pod names. Those that are made for one pod alone are taken for granted. */
export const claimsNamedBy = ({ spec }: Pod): readonly string[] => {
  let named: string[] | undefined;
  for (const { persistentVolumeClaim: source } of spec.volumes ?? []) {
    if (!source) continue;
    named ??= [];
    named.push(source.claimName);
  }
  return named ?? NO_CLAIMS;
};

const NONE: readonly Claim[] = [];

/** Those of them that there are. */
export const claimsOf = (pod: Pod, storage: Storage): readonly Claim[] => {
  const names = claimsNamedBy(pod);
  if (names.length === 0) return NONE;
  return names.flatMap((name) => storage.claim(pod.metadata.namespace, name) ?? []);
};

/** A volume is looked for only when a pod needs it: it does not have one yet, and its class waits. */
export const isBoundLater = (claim: Claim, all: Storage): boolean =>
  !claim.spec?.volumeName && waitsForFirstConsumer(all.class(classNameOf(claim)));

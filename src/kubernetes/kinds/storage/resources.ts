import type { ResourceType } from '../../resourceType';
import { servedKind } from '../served';
import type { Claim, PersistentVolume, StorageClass } from './storage';

/** The kinds of storage. They exist from their schemas alone. */
export const storageResources = {
  claims: servedKind('v1', 'PersistentVolumeClaim') as ResourceType<Claim>,
  volumes: servedKind('v1', 'PersistentVolume') as ResourceType<PersistentVolume>,
  classes: servedKind('storage.k8s.io/v1', 'StorageClass') as ResourceType<StorageClass>,
};

import { storageResources } from '../../kubernetes/kinds/storage/resources';
import type { StoreEvent } from '../apiserver/registry/topic';
import type { News } from './plugins/plugin';

const { claims, volumes } = storageResources;

/**
 * What the scheduler makes of news about storage. That something is gone helps nobody.
 * @see pkg/scheduler/framework/plugins/volumebinding/volume_binding.go EventsToRegister
 */
export const storageNews = ({ type, object }: StoreEvent): News | undefined => {
  if (type === 'DELETED') return undefined;
  if (object.kind === claims.kind) return { type: 'claim changed', claim: object };
  return { type: object.kind === volumes.kind ? 'volume changed' : 'class changed' };
};

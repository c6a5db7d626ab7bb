import type { StringMap } from '../../../kubernetes/object';
import type { NodeInfo } from '../../capacity/nodeInfo';
import type { Neighbourhood } from './plugin';
import type { Storage } from './storage';

export const NO_STORAGE: Storage = {
  claim: () => undefined,
  volume: () => undefined,
  class: () => undefined,
  volumes: [],
};

export const NOBODY_AROUND: Neighbourhood = {
  places: [],
  placeOf: () => undefined,
  attempt: 0,
  hasLoners: false,
  labelsOf: () => undefined,
  storage: NO_STORAGE,
};

/** These places, some of whose pods may require others to be far, in namespaces with these labels. */
export const around = (
  places: readonly NodeInfo[],
  namespaces: Readonly<Record<string, StringMap>> = {},
): Neighbourhood => ({
  ...NOBODY_AROUND,
  places,
  placeOf: (name) => places.find(({ node }) => node?.metadata.name === name),
  hasLoners: true,
  labelsOf: (name) => namespaces[name],
});

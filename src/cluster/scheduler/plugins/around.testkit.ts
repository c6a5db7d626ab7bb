import type { StringMap } from '../../../kubernetes/object';
import type { NodeInfo } from '../../capacity/nodeInfo';
import type { Neighbourhood } from './plugin';

/** These places, some of whose pods may require others to be far, in namespaces with these labels. */
export const around = (
  places: readonly NodeInfo[],
  namespaces: Readonly<Record<string, StringMap>> = {},
): Neighbourhood => ({ places, hasLoners: true, labelsOf: (name) => namespaces[name] });

export const NOBODY_AROUND: Neighbourhood = { places: [], hasLoners: false, labelsOf: () => undefined };

import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { NodeInfo, Tenant } from '../capacity/nodeInfo';
import type { FilterPlugin } from './plugins/plugin';

/** A pod as the scheduler knows it. */
export interface Known extends Tenant {
  readonly serial: number;
  pod: Pod;
  /** It has to be bound. */
  isPending: boolean;
  /** Where it takes room. */
  info: NodeInfo<Known> | undefined;
  /** Who refused it when it was tried last. */
  refusedBy: ReadonlySet<FilterPlugin>;
  /** When that was (model time), and how often it was refused since it came. */
  triedAt: number;
  refusals: number;
  /** How often in a row something went wrong that is not the pod's fault. */
  errors: number;
}

const NOBODY: ReadonlySet<FilterPlugin> = new Set();

/** A pod that the scheduler hears of for the first time. */
export const newlyKnown = (serial: number, pod: Pod): Known => ({
  serial,
  pod,
  isPending: false,
  info: undefined,
  refusedBy: NOBODY,
  triedAt: 0,
  refusals: 0,
  errors: 0,
});

import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import type { ResourceQuota } from '../../../kubernetes/kinds/quota/resourceQuota';
import type { KubeObject } from '../../../kubernetes/object';

/** The objects of an example at one moment, as far as they tell whether the cluster has come to rest. */
export interface Picture {
  /** Milliseconds of the server's clock. */
  readonly now: number;
  readonly daemonSets: readonly DaemonSet[];
  readonly pods: readonly Pod[];
  readonly nodes: readonly Node[];
  readonly revisions: readonly KubeObject[];
  readonly budgets: readonly PodDisruptionBudget[];
  readonly quotas: readonly ResourceQuota[];
  /** Nodes that do not report, and since when. */
  readonly silent: ReadonlyMap<string, number>;
}

/** Something that the control plane, or time, has still to do. */
export interface Finding {
  /** In words that follow "waits for": `the status of "log-agent" to count its pods`. */
  readonly what: string;
  /** When it can happen at the earliest, where time decides it (ms of the server's clock). */
  readonly due?: number;
  /** So long (ms) it may take from then on, or since anything last happened; after that it is held to stay as it is. */
  readonly within?: number;
  /** Nobody has looked yet, and once it is late that says: what has not happened says nothing so far. */
  readonly isUnseen?: true;
}

/** Looks for what is still to be done. */
export type Look = (picture: Picture) => readonly Finding[];

/** `"log-agent" of "demo"` */
export const naming = ({ metadata: { name, namespace } }: KubeObject): string =>
  namespace === undefined ? `"${name}"` : `"${name}" of "${namespace}"`;

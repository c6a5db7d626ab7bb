import type { Container, ContainerStatus, Pod } from '../../kubernetes/kinds/pod/pod';
import type { Machine, Pressure, ProbeKind } from '../../port/world';
import type { NodeInfo } from '../capacity/nodeInfo';
import type { Timer } from '../simulation/timers';

/** How a container ended. */
export type Ending = NonNullable<NonNullable<ContainerStatus['state']>['terminated']>;

/** One container of a pod, as its kubelet and the runtime know it. */
export interface ContainerRun {
  readonly container: Container;
  /** An init container ends before the next one starts; a sidecar only has to have started. */
  readonly role: 'init' | 'sidecar' | 'main';
  state: 'created' | 'running' | 'exited';
  /** It is being started: its image is pulled, or it is about to run. */
  isStarting: boolean;
  /** Why it does not run yet. */
  waiting?: { readonly reason: string; readonly message: string } | undefined;
  /** When it is looked at again that waits. */
  retry?: Timer | undefined;
  /** Model time, as all times here. */
  startedAt: number;
  endedAt: number;
  /** How it ended last, and how it did the time before. */
  ending?: Ending;
  before?: Ending | undefined;
  restarts: number;
  /** It has passed its startup probe, if it has one. */
  started: boolean;
  /** What its probes have found; nothing as long as they have not made up their mind. */
  readonly found: Partial<Record<ProbeKind, boolean>>;
  /** Counts its starts and ends: what was planned for an earlier life is void. */
  life: number;
  /** How long it had to wait when it was last started, in ms, and when that was. */
  backOff?: { readonly delay: number; readonly at: number };
  /** When its image was found missing. */
  unpulledSince?: number | undefined;
}

/** A pod as its kubelet knows it. */
export interface Local {
  readonly serial: number;
  readonly host: Host;
  pod: Pod;
  stage: 'new' | 'starting' | 'started' | 'running' | 'ended' | 'refused';
  /** Model time at which it is planned to be stopped. */
  stopsAt?: number;
  /** Its kubelet stops it for a reason of its own: it will not start it again. */
  isGivenUp?: boolean;
  /** Readiness that somebody has forced on it for the rest of its life. */
  forcedReady?: boolean;
  /** Its containers, one by one. Nothing as long as all of them are in the same state. */
  runs?: readonly ContainerRun[];
  /** Since when it runs, and since when its containers are probed, in model time. */
  startedAt: number;
  probedSince: number;
  /** Its volumes are mounted; or they cannot be: how long it waits before the next try, in ms, and when that is. */
  isMounted?: boolean;
  mount?: { delay: number; retry?: Timer };
}

/** A machine with its kubelet. */
export interface Host {
  readonly machine: Machine;
  readonly address: string;
  silent: boolean;
  /** Its kubelet reports itself ready: there is a network for pods. */
  ready: boolean;
  /** The node, and the pods that take room on it. */
  readonly info: NodeInfo<Local>;
  /** All pods bound to it. */
  readonly pods: Local[];
  /** What its kubelet reports it to be short of: what it is short of, and what it was short of lately. */
  readonly pressures: Set<Pressure>;
  readonly held: Set<Pressure>;
  /** What it is so short of that pods are evicted. */
  readonly shortages: Set<Pressure>;
  /** It is about to be switched off. */
  isShuttingDown: boolean;
  /** How often it was started. */
  boots: number;
  /** The images that were pulled. */
  readonly images: Set<string>;
}

import type { Timeline } from '../timeline/timeline';
import type { Api, User } from './api';
import type { Capability } from './capabilities';
import type { Time } from './time';
import type { World } from './world';

/** Properties of the whole cluster that a scenario may choose. */
export interface ClusterSettings {
  /** The daemon set controller binds pods itself, as before ScheduleDaemonSetPods. */
  readonly legacyScheduling?: boolean;
  /** OpenShift's cluster-wide default node selector, `key=value,…`; empty for none. */
  readonly defaultNodeSelector?: string;
}

/** A cluster as steps see it: one interface, whatever is behind it. */
export interface Cluster {
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** The seed of this run, if the driver has one: the same seed gives the same history. */
  readonly seed?: number;
  /** The API as a cluster administrator. */
  readonly api: Api;
  /** The API as somebody else. */
  as(user: User): Api;
  readonly world: World;
  readonly time: Time;
  /** All that has happened so far. */
  readonly timeline: Timeline;
  configure(settings: ClusterSettings): Promise<void>;
  close(): Promise<void>;
}

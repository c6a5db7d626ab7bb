import type { Timeline } from '../timeline/timeline';
import type { Api, User } from './api';
import type { Capability } from './capabilities';
import type { Gaps } from './gaps';
import type { Settings } from './settings';
import type { Time } from './time';
import type { World } from './world';

/** How things are waited for on a cluster where they take time. All in milliseconds. */
export interface Waits {
  /** So long a sentence is given to come true. */
  readonly limit: number;
  /** So long it is watched, once an example, that something does not happen. */
  readonly hold: number;
}

/**
 * A cluster as steps see it: one interface, whatever is behind it. What makes one is a Driver. What it must do is
 * written twice: in words, beside these members, and as tests, in `contract/`.
 */
export interface Cluster {
  /** For people, with the version: `in-process cluster, Kubernetes 1.36`. */
  readonly name: string;
  /**
   * What this cluster claims to be able to do, and the contract tests. Methods that belong to a capability that is not
   * claimed reject with a sentence that says what cannot be done.
   */
  readonly capabilities: ReadonlySet<Capability>;
  /** Why it lacks others, each in words that follow a colon; of those that need no word, none. */
  readonly lacks?: ReadonlyMap<Capability, string>;
  /** The seed of this cluster, if it has one: the same seed gives the same history. */
  readonly seed?: number;
  /** What this cluster leaves out of what a real one does; undefined if it is a real one. */
  readonly gaps?: Gaps;
  /** How things are waited for, if they take time; undefined where a look tells all. */
  readonly waits?: Waits;
  /** Why what was found so far cannot be trusted, in a sentence; undefined while it can. The example is run again. */
  readonly doubt?: string | undefined;
  /** The API as a cluster administrator. */
  readonly api: Api;
  /** The API as somebody else, who may do what roles allow them. Needs `impersonation`. */
  as(user: User): Api;
  readonly world: World;
  readonly time: Time;
  /**
   * All that has happened so far. The driver records every write to every kind, whoever made it, once and in the order
   * of resource versions, with what `time.now` said then; of a cluster that was there before, first what it finds, as
   * ADDED. Where things take time (see `waits`) kinds are heard of apart: there it is the order of each kind. A write of
   * this port's is recorded when its promise resolves, and all that went before it: steps read the timeline right after
   * they have written.
   */
  readonly timeline: Timeline;
  /** Changes properties of the whole cluster. The control plane may be restarted. */
  configure(settings: Partial<Settings>): Promise<void>;
  /**
   * Makes sure that the timeline holds what has happened until now, by asking the cluster anew: whoever says that something
   * did not happen may only have heard nothing. Left out where that cannot be.
   * @throws Inconclusive if it does not
   */
  confirm?(): Promise<void>;
  /**
   * Makes sure that whoever runs the cluster is at work: where nobody does anything, nothing happens either. Left out where
   * that is certain.
   * @throws Inconclusive if something is waited for in vain that every control plane does
   */
  attended?(): Promise<void>;
  /**
   * Ends what this object does: its watches tell nothing any more. A cluster that lives on is left as it was found:
   * the driver deletes what was created through this object. Closing twice is no mistake.
   */
  close(): Promise<void>;
}

import type { IRunConfiguration } from '@cucumber/cucumber/api';
import type { Claim } from '../catalogue/register';
import type { Connection } from '../drivers/kubernetes/connection/connection';
import type { Capability } from '../port/capabilities';
import type { Target } from '../port/target';

/** Whether a cluster can do something, as it was found by asking. */
export interface FoundCapability {
  readonly name: Capability;
  readonly offered: boolean;
  /** Why not, for programs: what examples that need it are skipped with. Only where it is not offered. */
  readonly code?: string;
  /** The same in a sentence. */
  readonly reason?: string;
}

/** Which examples a conformance run is of, and where. Enough to rehearse it: no cluster is asked anything. */
export interface Programme {
  /** Which examples are run, with which steps: what Cucumber would be given. Its formats and `parallel` are not used. */
  readonly configuration: IRunConfiguration;
  /** The words that chose the examples, as they were typed: `--tags`, `@D07`, `features/updating`; none for all. */
  readonly selection: readonly string[];
  readonly claims: readonly Claim[];
  /** The folder that reports are written to, relative to the working directory: `reports`. */
  readonly folder: string;
  readonly target: Target;
  /** How many examples run at the same time, each in a process of its own. 1 where the target's mode is exclusive. */
  readonly parallel: number;
  /** The name of the driver; by default `kubernetes`. */
  readonly driver?: string;
}

/** What a conformance run is to do: all that was asked, found and consented to. */
export interface ConformancePlan extends Programme {
  /** As the one who chose the target. It stays open, and is the caller's to close. */
  readonly connection: Connection;
  /** Every capability that there is. */
  readonly capabilities: readonly FoundCapability[];
  /** Ends at the first example that fails. What has begun is ended. */
  readonly failFast: boolean;
  /** Goes on with the run whose journal lies in `folder`: what is conclusive is not run again. */
  readonly resume: boolean;
  /** How long (ms) the server is given to come back when it went away; by default a minute. */
  readonly comeback?: number;
  /** The command that does the same again: `npm run conformance -- --context kind-ci --parallel 8`. */
  readonly reproduce: string;
}

/** Where a run tells of itself, and hears that it is to stop. */
export interface Listener {
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  /**
   * Aborted by Ctrl-C: nothing is begun any more, what runs is broken off, the reports tell what there is. What was made
   * on the cluster is not taken away: the caller does that when the run has ended.
   */
  readonly stop: AbortSignal;
}

/** How a conformance run ended. */
export interface ConformanceEnding {
  readonly result: 'success' | 'partial' | 'failure';
  /** How many examples have passed or failed, now and before a resumption. */
  readonly tried: number;
  /** How many have failed. */
  readonly failed: number;
  /** Why it ended before its end, in a sentence or two, with how to go on. Undefined where every example had its turn. */
  readonly brokenOff?: string;
  /** 0: nothing failed, and everything that was chosen said something. 1 otherwise. 2: the cluster went away. 130: it was stopped. */
  readonly code: 0 | 1 | 2 | 130;
  /** The reports that were written, as paths. */
  readonly written: readonly string[];
}

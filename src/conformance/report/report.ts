import type { Verdict } from '../../catalogue/register';
import type { ClusterFacts } from '../about/cluster';
import type { Suite } from '../about/suite';
import type { FoundCapability } from '../plan';

export const API_VERSION = 'conformance.rollcall.dev/v1alpha1';
export const KIND = 'ConformanceReport';

/** Examples by how much they ask of a cluster. */
export const profileNames = ['core', 'extended', 'openshift'] as const;
export type ProfileName = (typeof profileNames)[number];

export type Result = 'success' | 'partial' | 'failure';

/** `untried`: all of its examples were skipped, or none was chosen. */
export type ProfileResult = Result | 'untried';

/** How an example ended; `not-reached`: the run ended before its turn. */
export const outcomes = ['passed', 'failed', 'skipped', 'inconclusive', 'not-reached'] as const;
export type ReportedOutcome = (typeof outcomes)[number];

export type Counts = Readonly<Record<ReportedOutcome, number>>;

/** One example. */
export interface ReportedExample {
  /** `features/x.feature:12` */
  readonly example: string;
  readonly name: string;
  readonly profile: ProfileName;
  /** The capabilities that it asks for. */
  readonly needs: readonly string[];
  /** The claims that it is evidence for. */
  readonly claims: readonly string[];
  readonly outcome: ReportedOutcome;
  /** Why it was skipped, or is inconclusive, for programs. */
  readonly code?: string;
  /** The same in a sentence; of what failed what was amiss. */
  readonly reason?: string;
  /** How often it was run; more than once if it was inconclusive at first. */
  readonly attempts: number;
  /** Seconds that the run took which counts. */
  readonly seconds: number;
  /** How it went in process, and how many seconds of cluster time it took. */
  readonly rehearsed: { readonly outcome: string; readonly seconds: number };
}

export interface Profile {
  readonly name: ProfileName;
  readonly result: ProfileResult;
  readonly examples: number;
  readonly counts: Counts;
  /** How many were skipped, by code. */
  readonly skipCodes: Readonly<Record<string, number>>;
}

/**
 * What was found of a claim. The verdict itself: every example of it passed. `in-part`: some passed, and the others said
 * nothing. `contradicted`: one failed. `inconclusive`, `untried`: none said anything.
 */
export type FoundVerdict = Verdict | 'in-part' | 'contradicted' | 'inconclusive' | 'untried';

export interface ReportedClaim {
  readonly id: string;
  readonly expected: Verdict;
  readonly found: FoundVerdict;
  readonly counts: Counts;
  readonly skipCodes: Readonly<Record<string, number>>;
}

/** A report of a conformance run, as it is written and read. */
export interface ConformanceReport {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: typeof KIND;
  readonly result: Result;
  /** In a few sentences. */
  readonly summary: string;
  readonly suite: Suite;
  readonly cluster: ClusterFacts;
  readonly run: {
    readonly name: string;
    /** As of RFC 3339. */
    readonly began: string;
    readonly ended: string;
    /** Seconds that examples were run in, without breaks. */
    readonly seconds: number;
    readonly mode: 'exclusive' | 'shared';
    readonly parallel: number;
    /** Seconds of cluster time that an example was given at most. */
    readonly patience: number;
    /** Seconds that it was watched that something does not happen. */
    readonly hold: number;
    /** The words that chose the examples; none for all of the suite. */
    readonly selection: readonly string[];
    /** True if it went on after a break. */
    readonly resumed: boolean;
    /** The command that does the same again. */
    readonly reproduce: string;
  };
  readonly capabilities: readonly FoundCapability[];
  readonly profiles: readonly Profile[];
  readonly claims: readonly ReportedClaim[];
  readonly examples: readonly ReportedExample[];
  /** A digest of all the rest: it does not fit any more once somebody has changed a word. */
  readonly seal: string;
}

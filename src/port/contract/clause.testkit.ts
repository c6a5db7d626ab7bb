import type { Capability } from '../capabilities';
import type { Ground } from './ground.testkit';

/** One sentence of the contract, and how it is tried. */
export interface Clause {
  /** What is so, in words that follow the title of its chapter. */
  readonly title: string;
  /** What a cluster must claim for this to be asked of it. */
  readonly needs: readonly Capability[];
  /** Rejects if it is not so. */
  readonly check: (ground: Ground) => Promise<void>;
}

/** What the contract says about one subject. */
export interface Chapter {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** A clause that every driver must keep. */
export const clause = (title: string, check: Clause['check']): Clause => ({ title, needs: [], check });

/** A clause for clusters that claim something. */
export const clauseFor = (
  needs: Capability | readonly Capability[],
  title: string,
  check: Clause['check'],
): Clause => ({ title, needs: typeof needs === 'string' ? [needs] : needs, check });

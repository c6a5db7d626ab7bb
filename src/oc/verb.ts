import type { Flags, FlagValues } from './flags';
import type { Session } from './session';

/** One verb of `oc` and `kubectl`. */
export interface Verb {
  /** Its words: `get`, `rollout status`. */
  readonly name: string;
  readonly flags: Flags;
  /** True of a verb that only looks, and changes nothing. */
  readonly reads?: true;
  /** Carries it out. @throws CommandError, SeveralErrors, ApiError */
  run(session: Session, words: readonly string[], values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Defines a verb whose `run` gets its flags typed as they are declared. */
export const defineVerb = <const F extends Flags>(definition: {
  readonly name: string;
  readonly flags: F;
  readonly reads?: true;
  run(session: Session, words: readonly string[], flags: FlagValues<F>): Promise<void>;
}): Verb => ({
  name: definition.name,
  flags: definition.flags,
  reads: definition.reads,
  run: (session, words, values) => definition.run(session, words, values as FlagValues<F>),
});

import { SAFE_ALPHABET } from '../../../kubernetes/fields/safeAlphabet';
import type { StringMap } from '../../../kubernetes/object';

/** What everything that a run makes is labelled with. */
const RUN = 'rollcall.dev/run';

/** The labels of a run, by its name. */
export const runLabels = (run: string): StringMap => ({ [RUN]: run });

/** Selects what a run has made, or, without a name, what any run has. */
export const selectorOf = (run?: string): string => (run === undefined ? RUN : `${RUN}=${run}`);

/** The run that has made an object; undefined if none has. */
export const runOf = ({
  metadata,
}: {
  readonly metadata: { readonly labels?: StringMap };
}): string | undefined => metadata.labels?.[RUN];

const LENGTH = 6;

/** A name for a run that no other is likely to have. */
export const newRun = (): string =>
  Array.from(
    { length: LENGTH },
    () => SAFE_ALPHABET[Math.floor(Math.random() * SAFE_ALPHABET.length)] ?? '',
  ).join('');

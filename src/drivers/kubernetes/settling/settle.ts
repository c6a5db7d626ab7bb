import type { Settled } from '../../../port/time';
import { isUpdating } from './daemonSets';
import type { Finding, Picture } from './finding';
import { findingsIn } from './findings';

/** What settling sees of a cluster. */
export interface View {
  /** The objects of the example, as they are known now. */
  picture(): Picture;
  /** What the kubelets of the example are about to do; undefined if nothing. */
  busy(): string | undefined;
  /** Milliseconds since something last happened to the example's objects. */
  readonly silence: number;
  /** How long (ms) the server takes to answer. */
  readonly latency: number;
  /** Milliseconds of the server's clock. */
  now(): number;
  /** Resolves when something happens, or after so many milliseconds. */
  next(within: number): Promise<void>;
}

/** A cluster is at rest when all is done that is known to be due, and so long (ms) nothing has happened: measured. */
const SILENCE = 300;
const SILENCE_IN_ANSWERS = 20;
/** The same while an update looks unfinished: controllers pause between two steps, eight examples at a time for longer. */
const SILENCE_OF_UPDATES = 1500;
const UPDATES_IN_ANSWERS = 60;
const LONGEST_SILENCE = 6000;

/** What is still to be done, and nothing comes of it for so long (ms), is not going to be done soon. */
const STUCK = 10_000;
const STUCK_IN_ANSWERS = 200;

/** It is looked again at least so often (ms). */
const PAUSE = 1000;

/** How long (ms) it must have been silent, of a control plane that answers so fast. */
export const silenceNeeded = (latency: number, updating: boolean): number =>
  Math.min(
    LONGEST_SILENCE,
    updating
      ? Math.max(SILENCE_OF_UPDATES, UPDATES_IN_ANSWERS * latency)
      : Math.max(SILENCE, SILENCE_IN_ANSWERS * latency),
  );

/** The same (ms), of a control plane that answers so fast. */
export const stuckAfter = (latency: number): number => Math.max(STUCK, STUCK_IN_ANSWERS * latency);

/** Remembers since when something is to be done. */
class Agenda {
  #since = new Map<string, number>();

  /** @returns each with the moment until which it is waited for */
  until(
    findings: readonly Finding[],
    { now, silence, latency }: { now: number; silence: number; latency: number },
  ) {
    const before = this.#since;
    this.#since = new Map(findings.map(({ what }) => [what, before.get(what) ?? now]));
    return findings.map((finding) => {
      const { what, within = stuckAfter(latency) } = finding;
      const from = Math.max(finding.due ?? 0, this.#since.get(what) ?? now, now - silence);
      return { ...finding, until: from + within };
    });
  }
}

/**
 * Waits until the cluster has come to rest: what is known to be due is done, and nothing has happened for a while. What
 * goes round and round ends at the horizon; what is due later is not waited for.
 */
export const settle = async (view: View, { horizon }: { readonly horizon: number }): Promise<Settled> => {
  const start = view.now();
  const end = start + horizon;
  const agenda = new Agenda();
  for (;;) {
    const { silence, latency } = view;
    const now = view.now();
    const elapsed = now - start;
    const picture = view.picture();
    const busy = view.busy();
    const open = agenda.until(findingsIn(picture), { now, silence, latency });
    const waited = open.filter(({ until, due = 0 }) => now < until && due <= end);
    const quietAfter = silenceNeeded(latency, picture.daemonSets.some(isUpdating));
    const isSilent = silence >= quietAfter;
    const left = busy ?? open[0]?.what;
    if (busy === undefined && waited.length === 0 && isSilent)
      return left === undefined ? { quiet: true, elapsed } : { quiet: false, elapsed, busy: left };
    if (now >= end) return { quiet: false, elapsed, busy: left ?? 'something that goes on and on' };
    await view.next(Math.min(PAUSE, end - now, ...(isSilent ? [] : [quietAfter - silence])));
  }
};

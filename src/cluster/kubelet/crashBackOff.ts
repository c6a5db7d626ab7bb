import type { ContainerRun } from './local';

const FIRST = 10_000;
const LONGEST = 300_000;
/** So long (ms) after its last start, a container that ends starts over. */
const FORGIVEN = 600_000;

const delayOf = ({ backOff }: ContainerRun, finishedAt: number): number =>
  backOff && finishedAt - backOff.at <= FORGIVEN ? backOff.delay : 0;

/**
 * Milliseconds that a container that has ended still has to wait until it is started anew: nothing the first time, then ten
 * seconds, doubling up to five minutes. One that has run for ten minutes starts over.
 * @param finishedAt when it ended, and `now`: model time in ms
 * @see pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff
 * @see pkg/kubelet/kubelet.go newCrashLoopBackOff
 */
export const waitAfterCrash = (run: ContainerRun, finishedAt: number, now: number): number =>
  Math.max(0, finishedAt + delayOf(run, finishedAt) - now);

/** It is started anew: the next time it has to wait longer. */
export const countRestart = (run: ContainerRun, finishedAt: number, now: number): void => {
  const delay = delayOf(run, finishedAt);
  run.backOff = { delay: delay === 0 ? FIRST : Math.min(2 * delay, LONGEST), at: now };
};

/** The whole of what it has to wait, as Go prints durations: `10s`, `1m20s`, `5m0s`. */
export const backOffInWords = ({ backOff }: ContainerRun): string => {
  const seconds = Math.round((backOff?.delay ?? 0) / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
};

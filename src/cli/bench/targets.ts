import type { Measured } from './workload';

const PODS_PER_SECOND = 50_000;
/** For ten times the nodes, at most twelve times the time: this much more for each pod. */
const GROWTH = 1.2;
const MEGABYTES = 1024;
/** The memory is meant for so many pods. */
const PODS_IN_MEMORY = 150_000;

export const TARGETS = `Targets: at least 50,000 pods/s; ten times the nodes in at most twelve times the time;
less than 1,024 MB for 150,000 pods.`;

/** The targets that a measurement missed, a sentence each. @param before the row above, with fewer nodes */
export const missedBy = (result: Measured, before: Measured | undefined): readonly string[] => {
  const missed: string[] = [];
  const perSecond = (result.pods / result.milliseconds) * 1000;
  if (perSecond < PODS_PER_SECOND)
    missed.push(`${whole(perSecond)} pods/s, at least ${whole(PODS_PER_SECOND)} wanted.`);
  if (before) {
    const growth = result.milliseconds / before.milliseconds / (result.pods / before.pods);
    if (growth > GROWTH)
      missed.push(`${growth.toFixed(1)} times the time for each pod, at most ${GROWTH} times wanted.`);
  }
  if (result.pods <= PODS_IN_MEMORY && result.megabytes >= MEGABYTES)
    missed.push(`${whole(result.megabytes)} MB, less than ${whole(MEGABYTES)} wanted.`);
  return missed;
};

const whole = (value: number): string => Math.round(value).toLocaleString('en');

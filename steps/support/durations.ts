const MILLISECONDS: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** What sentences count time in. */
export const UNITS: readonly string[] = Object.keys(MILLISECONDS);

/** Kubernetes counts time in nanoseconds, as 64-bit numbers: these are the most milliseconds it knows. */
const MOST = 2 ** 63 / 1e6;

/** @param milliseconds of model time. @throws if no clock of Kubernetes can show so many */
export const checkClock = (milliseconds: number): void => {
  if (!(milliseconds < MOST))
    throw new Error(
      'So much time cannot pass: no clock of Kubernetes counts beyond 292 years. ' +
        'Write a duration such as 40 seconds, 10 minutes, 3 hours or 2 days.',
    );
};

/** @throws if no time goes by */
export const checkSomeTime = (milliseconds: number): void => {
  if (milliseconds === 0) throw new Error('No time would pass. Write a duration such as 1 second.');
};

/** `40 seconds`, `1 minute`, `2 hours`, `2 days`: milliseconds. @throws if no clock can show so long a time */
export const readDuration = (count: string, unit: string): number => {
  const milliseconds = Number(count) * (MILLISECONDS[unit] ?? Number.NaN);
  checkClock(milliseconds);
  return milliseconds;
};

/** So many of a unit are still said in it. */
const FEW = 2;

/** `40 seconds`, `11 minutes`, `5 hours`: rounded up, in the largest unit of which there are several. */
export const durationInWords = (milliseconds: number): string => {
  const [unit, length] = Object.entries(MILLISECONDS).findLast(([, each]) => milliseconds >= FEW * each) ?? [
    'second',
    1000,
  ];
  const count = Math.ceil(milliseconds / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** The one in the middle: one slow or one lucky run does not move it. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export const seconds = (value: number): string => value.toFixed(2).padStart(8);

export const whole = (value: number): string => Math.round(value).toLocaleString('en').padStart(9);

/** What a figure ought to be. */
export interface Target {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  /** What is hoped for, beyond what is asked for. */
  readonly aim?: number;
  readonly unit: string;
}

/** Whether a figure is as it should be. */
export const isMet = ({ value, limit }: Target): boolean => value <= limit;

/** `met     one feature: 0.9 s of CPU (at most 1)` */
export const targetText = (target: Target): string => {
  const { what, value, limit, aim, unit } = target;
  const limits = aim === undefined ? `at most ${limit}` : `at most ${limit}, better ${aim}`;
  const figure = value < 100 ? value.toFixed(value < 10 ? 2 : 1) : whole(value).trim();
  return `${isMet(target) ? 'met   ' : 'missed'}  ${what}: ${figure} ${unit} (${limits})`;
};

/** A picture of a page, and what of it is shown. */
export interface Picture {
  /** `front.png` */
  readonly file: string;
  /** What stands behind the `#`, or the title of an example, perhaps in the playground, where it is played. */
  readonly at: string | { readonly example: string; readonly isPlayed?: true };
  /** The first such part of what is there, by its class; the whole window, if it is not said. */
  readonly part?: string;
  /** What must be seen before the picture is taken. */
  readonly awaits?: string;
}

const UPDATE = { example: 'at most one node is without its pod meanwhile' };

/** Of a run in which all is as stated. */
export const ofSoundRun: readonly Picture[] = [
  { file: 'front.png', at: 'findings' },
  { file: 'claim.png', at: 'D19' },
  { file: 'strip.png', at: UPDATE, part: 'strip' },
  { file: 'plot.png', at: UPDATE, part: 'plot' },
  { file: 'playground.png', at: { ...UPDATE, isPlayed: true }, awaits: '.played .seen' },
];

/** Of a run in which examples failed: those of `failing.feature`. */
export const ofBrokenRun: readonly Picture[] = [
  { file: 'failed-front.png', at: 'findings' },
  { file: 'failed-example.png', at: { example: 'the status is another one' } },
];

/** A picture of a page, and what of it is shown. */
export interface Picture {
  /** `front.png` */
  readonly file: string;
  /** What stands behind the `#`: an address, or the title of an example. */
  readonly at: string | { readonly example: string };
  /** The part of what is there that is shown, as a selector; the window, if it is not said. */
  readonly part?: string;
  /** What is pressed before, by its name. */
  readonly press?: string;
  /** What must be there before the picture is taken. */
  readonly awaits?: string;
}

const UPDATE = 'the new version reaches every node';

/** Of a run in which all is as stated. */
export const ofSoundRun: readonly Picture[] = [
  { file: 'front.png', at: 'findings' },
  { file: 'claim.png', at: 'D19' },
  { file: 'strip.png', at: { example: UPDATE }, part: '.strip' },
  { file: 'plot.png', at: { example: UPDATE }, part: '.plot' },
  { file: 'playground.png', at: { example: UPDATE }, press: 'Play', awaits: '#playground input[type=range]' },
];

/** Of a run in which examples failed: what `failing.feature` shows. */
export const ofBrokenRun: readonly Picture[] = [
  { file: 'failed-front.png', at: 'findings' },
  { file: 'failed-example.png', at: { example: 'it runs on one node too few' } },
  { file: 'failed-run.png', at: 'run' },
];

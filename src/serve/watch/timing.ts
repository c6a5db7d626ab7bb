import type { Wall } from '../clusters/wall';

/** The time that those who are served live by. */
export type Timing = Pick<Wall, 'stopwatch' | 'after'>;

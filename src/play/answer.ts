import { library } from './cucumber';
import { type Played, type PlayOptions, play } from './play';

/** Plays a feature with the steps that were bundled. */
export const playHere = (text: string, options: PlayOptions): Promise<Played> => play(text, library, options);

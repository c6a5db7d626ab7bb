import type { Change } from '../timeline/change';
import type { Delta } from './deltas';
import { digestOf } from './digest';
import { Player } from './player';
import type { Frame, Shot } from './scene';
import { Stage } from './stage';

/** The media type of a film as JSON, one of each example. */
export const FILM = 'application/vnd.rollcall.film+json';

/** Raised when films are written in a way that whoever reads the last one would misread. */
const VERSION = 1;

/** One picture, as what is different from the one before: when it was taken, and the differences. */
type FrameOfFilm = readonly [at: number, ...deltas: Delta[]];

/** What is pictured of an example, in the form in which it travels: only what changes from picture to picture. */
export interface Film {
  readonly version: typeof VERSION;
  /** A digest of the whole timeline: the same in two runs if, and as good as only if, the same happened. */
  readonly history: string;
  /** The pictures of each step that was run. */
  readonly steps: readonly (readonly FrameOfFilm[])[];
}

/**
 * Films a timeline. What happens in one millisecond of model time and one step is one picture, unless something would never
 * be seen then: see `Stage`. Changes that alter nothing that is pictured make none.
 * @param cuts how many changes there were when each step had ended
 * @param began when the example did: the times of the pictures count from there
 */
export const shoot = (changes: readonly Change[], cuts: readonly number[], began = 0): Film => {
  const stage = new Stage();
  let frames: FrameOfFilm[] = [];
  let at = 0;
  const show = (): void => {
    const deltas = stage.takeDeltas();
    if (deltas.length > 0) frames.push([at, ...deltas]);
  };
  let index = 0;
  const steps = cuts.map((cut) => {
    for (; index < cut; index++) {
      const change = changes[index];
      if (!change) break;
      const since = Math.max(0, change.at - began);
      if (since !== at) show();
      at = since;
      stage.observe(change, show);
    }
    show();
    const step = frames;
    frames = [];
    return step;
  });
  return { version: VERSION, history: digestOf(changes), steps };
};

/** What is to be seen of each step that was run. What makes no sense in a film is passed over. */
export const shotsOf = ({ steps }: Film): readonly Shot[] => {
  const player = new Player();
  return steps.map((frames) => frames.map(([at, ...deltas]): Frame => ({ at, scene: player.play(deltas) })));
};

/** Reads a film as it was attached. Undefined if it is none, or one of another version. */
export const readFilm = (text: string): Film | undefined => {
  let film: Partial<Film> | null;
  try {
    film = JSON.parse(text) as typeof film;
  } catch {
    return undefined;
  }
  return isFilm(film) ? film : undefined;
};

const isFilm = (film: Partial<Film> | null): film is Film =>
  film?.version === VERSION &&
  typeof film.history === 'string' &&
  Array.isArray(film.steps) &&
  film.steps.every((frames: unknown) => Array.isArray(frames) && frames.every(isFrame));

const isFrame = (frame: unknown): boolean =>
  Array.isArray(frame) && typeof frame[0] === 'number' && frame.slice(1).every(Array.isArray);

import { type Film, shotsOf } from '../../../../film/film';
import type { Shot } from '../../../../film/scene';
import { unpacked } from '../packed';

let films: Promise<Readonly<Record<string, Film>>> | undefined;

/** What was pictured of each step of an example; undefined if it was not filmed. The films are unpacked for the first who asks. */
export const shotsOfExample = async (address: string): Promise<readonly Shot[] | undefined> => {
  films ??= unpacked('films').then((text) => JSON.parse(text) as Readonly<Record<string, Film>>);
  const film = (await films)[address];
  return film && shotsOf(film);
};

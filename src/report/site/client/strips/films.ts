import { type Film, shotsOf } from '../../../../film/film';
import type { Shot } from '../../../../film/scene';
import { unpacked } from '../packed';

let films: Promise<Readonly<Record<string, Film>>> | undefined;

/** The film of an example; undefined if it was not filmed. The films are unpacked for the first who asks. */
export const filmOfExample = async (address: string): Promise<Film | undefined> => {
  films ??= unpacked('films').then((text) => JSON.parse(text) as Readonly<Record<string, Film>>);
  return (await films)[address];
};

/** What was pictured of each step of an example; undefined if it was not filmed. */
export const shotsOfExample = async (address: string): Promise<readonly Shot[] | undefined> => {
  const film = await filmOfExample(address);
  return film && shotsOf(film);
};

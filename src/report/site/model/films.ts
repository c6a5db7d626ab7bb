import type { Film } from '../../../film/film';
import type { FeatureEntry } from './site';

/** The films of all examples, by the addresses of the examples. */
export const filmsOf = (features: readonly FeatureEntry[]): Readonly<Record<string, Film>> =>
  Object.fromEntries(
    features.flatMap(({ rules }) =>
      rules.flatMap(({ examples }) =>
        examples.flatMap(({ address, example: { film } }): [string, Film][] =>
          film ? [[address, film]] : [],
        ),
      ),
    ),
  );

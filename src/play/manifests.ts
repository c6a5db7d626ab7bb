import type { Pickle } from '@cucumber/messages';
import type { Texts } from './files';

/** The paths in a command line that it reads: `-f a.yaml`, `--patch-file=b.yaml`. */
const NAMED = /(?:\s-f|\s--filename|\s--patch-file)[=\s]*([^\s"']+)/g;

/** The paths that the steps of examples name, as they name them. */
const namedIn = ({ steps }: Pickle): readonly string[] =>
  steps.flatMap(({ text, argument }) =>
    [...`${text} ${argument?.docString?.content ?? ''}`.matchAll(NAMED)].flatMap(([, paths = '']) =>
      paths.split(','),
    ),
  );

/**
 * The manifests that examples read without showing them, by the paths they name.
 * @param read gives the text of a file, or throws if there is none, as when the example shows it
 */
export const manifestsOf = (
  pickles: readonly Pickle[],
  read: (path: string, feature: string) => string,
): Texts => {
  const found: Record<string, string> = {};
  for (const pickle of pickles)
    for (const path of namedIn(pickle))
      try {
        found[path] ??= read(path, pickle.uri);
      } catch {
        // It is shown in the feature, or it is meant to be missing.
      }
  return found;
};

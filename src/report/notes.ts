import { type Example, locationOf } from '../run/example';
import { notesOf } from '../run/notes';
import type { Style } from '../terminal/style';
import { hang } from '../terminal/wrap';

/** What is to be known about examples, below the place of each; empty if there is nothing. */
export const notesText = (examples: readonly Example[], { width, colours }: Style): string =>
  examples
    .flatMap((example) => {
      const notes = notesOf(example);
      if (notes.length === 0) return [];
      return [
        [
          hang(`${colours.notice('!')} `, `${example.name} (${locationOf(example)})`, width),
          ...notes.map((note) => hang('  ', note, width)),
        ].join('\n'),
      ];
    })
    .join('\n\n');

import { type Example, locationOf } from '../run/example';
import { notesOf } from '../run/notes';
import type { Style } from '../terminal/style';
import { hang } from '../terminal/wrap';

/** Examples by what is to be known about them, so that it is said once. */
const byNotes = (examples: readonly Example[]): ReadonlyMap<string, readonly Example[]> => {
  const found = new Map<string, Example[]>();
  for (const example of examples) {
    const notes = notesOf(example).join('\n');
    if (notes === '') continue;
    const others = found.get(notes);
    if (others) others.push(example);
    else found.set(notes, [example]);
  }
  return found;
};

/** What is to be known about examples, below the places of those that it is true of; empty if there is nothing. */
export const notesText = (examples: readonly Example[], { width, colours }: Style): string =>
  [...byNotes(examples)]
    .map(([notes, those]) =>
      [
        ...those.map((each) => hang(`${colours.notice('!')} `, `${each.name} (${locationOf(each)})`, width)),
        ...notes.split('\n').map((note) => hang('  ', note, width)),
      ].join('\n'),
    )
    .join('\n\n');

import type { Gap, Gaps } from '../port/gaps';
import type { Style } from '../terminal/style';
import { hang } from '../terminal/wrap';

/** Gaps by what they mean, so that each sentence is said once. */
const byReason = (all: readonly Gap[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { what, why } of all) {
    const others = found.get(why);
    if (others) others.push(what);
    else found.set(why, [what]);
  }
  return found;
};

const PARTS = [
  ['A real cluster may do something else. Whoever writes this is told so with the example:', true],
  ['No sentence of a feature can tell the difference:', false],
] as const;

/** For the terminal: what is stored and checked, and that nobody acts on. */
export const gapsText = ({ all }: Gaps, { width, colours }: Style): string =>
  PARTS.map(([title, matters]) =>
    [
      colours.strong(hang('', title, width)),
      ...[...byReason(all.filter((gap) => gap.matters === matters))].map(
        ([why, places]) =>
          `${hang('  ', why, width)}\n${colours.faint(hang('    ', places.join(', '), width))}`,
      ),
    ].join('\n\n'),
  ).join('\n\n');

/** For the README: the same, of what matters. */
export const gapsList = ({ all }: Gaps): string =>
  [...byReason(all.filter(({ matters }) => matters))]
    .map(([why, places]) => `- ${places.map((place) => `\`${place}\``).join(', ')}: ${why}`)
    .join('\n');

import { FENCE, STEP, TITLE } from './gherkin';

const at = (pattern: RegExp): RegExp => new RegExp(`^\\s*${pattern.source}`);

/** A part of a feature begins, and says of itself what it is about. */
const HEADING = at(TITLE);
/** What ends that: another part, a step, a tag, a comment, a table, a text. */
const ENDS = [HEADING, at(STEP), at(/[@#|]/), at(FENCE)];

/** A stretch of a text, in letters from its beginning. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Shorter prose is left where it is. */
const FEWEST_LINES = 2;

/**
 * The paragraphs that the parts of a feature begin with: from the end of the heading to the end of the last line. Whoever wants to
 * see steps can do without.
 */
export const proseIn = (text: string): readonly Stretch[] => {
  const lines = text.split('\n');
  const found: Stretch[] = [];
  let length = -1;
  const ends = lines.map((line) => {
    length += line.length + 1;
    return length;
  });
  lines.forEach((line, index) => {
    if (!HEADING.test(line)) return;
    const rest = lines.slice(index + 1);
    const next = rest.findIndex((each) => ENDS.some((end) => end.test(each)));
    const prose = next < 0 ? rest : rest.slice(0, next);
    const last = prose.findLastIndex((each) => each.trim() !== '');
    if (prose.filter((each) => each.trim() !== '').length < FEWEST_LINES) return;
    found.push({ from: ends[index] ?? 0, to: ends[index + 1 + last] ?? 0 });
  });
  return found;
};

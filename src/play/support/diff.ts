/** A line of two texts laid beside each other: in both, or in one only. */
interface Line {
  readonly mark: ' ' | '+' | '-';
  readonly text: string;
}

/** A way through both texts: how many lines of the new one it has passed, and what it found. */
interface Path {
  readonly newAt: number;
  readonly found?: Found;
}

/** The last line that a path found, and those before it. */
interface Found extends Line {
  readonly before?: Found;
}

/** As many lines that are the same stand around those that are not. */
const CONTEXT = 4;

/**
 * What Cucumber writes below the sentence of a failed comparison: a unified diff of the two texts, set in by four, without
 * the lines that say where its parts are, and what looks like one.
 */
export const unifiedDiff = (actual: string, expected: string): string => {
  const lines = nearChanges(compared(linesOf(actual), linesOf(expected)))
    .filter(({ mark, text }) => mark !== ' ' || !/@@|\\ No newline/.test(text))
    .map(({ mark, text }) => mark + text.replace(/\n$/, ''));
  return `\n    + expected - actual\n\n${[...lines.map((line) => `    ${line}`), ''].join('\n')}`;
};

/** With their line ends: a last line without one is another line. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * Eugene Myers, "An O(ND) Difference Algorithm and Its Variations". Of several shortest ways the one that Cucumber's
 * formatter takes.
 */
const compared = (old: readonly string[], fresh: readonly string[]): readonly Line[] => {
  const paths = new Map<number, Path>();
  const follow = ({ newAt, found }: Path, diagonal: number): Path => {
    let [at, last] = [newAt, found];
    for (let text = fresh[at]; text !== undefined && text === old[at - diagonal]; text = fresh[at]) {
      last = { mark: ' ', text, before: last };
      at++;
    }
    return { newAt: at, found: last };
  };
  const isAtEnd = ({ newAt }: Path, diagonal: number): boolean =>
    newAt >= fresh.length && newAt - diagonal >= old.length;
  const first = follow({ newAt: 0 }, 0);
  if (isAtEnd(first, 0)) return inOrder(first.found);
  paths.set(0, first);
  for (let edits = 1; edits <= old.length + fresh.length; edits++)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const added = paths.get(diagonal - 1);
      const removed = paths.get(diagonal + 1);
      paths.delete(diagonal - 1);
      const oldAt = (removed?.newAt ?? 0) - diagonal;
      const canAdd = added && added.newAt + 1 <= fresh.length;
      const canRemove = removed && oldAt > 0 && oldAt <= old.length;
      if (!canAdd && !canRemove) {
        paths.delete(diagonal);
        continue;
      }
      const step: Path =
        !canAdd || (canRemove && added.newAt < removed.newAt)
          ? {
              newAt: removed?.newAt ?? 0,
              found: { mark: '-', text: old[oldAt - 1] ?? '', before: removed?.found },
            }
          : {
              newAt: added.newAt + 1,
              found: { mark: '+', text: fresh[added.newAt] ?? '', before: added.found },
            };
      const path = follow(step, diagonal);
      if (isAtEnd(path, diagonal)) return inOrder(path.found);
      paths.set(diagonal, path);
    }
  return [];
};

/** From the first line to the last; lines that are removed stand before those that were added right before them. */
const inOrder = (last: Found | undefined): readonly Line[] => {
  const lines: Line[] = [];
  for (let each = last; each; each = each.before) lines.push(each);
  const runs: Line[][] = [];
  for (const line of lines.reverse()) {
    const run = runs.at(-1);
    if (run?.[0]?.mark === line.mark) run.push(line);
    else runs.push([line]);
  }
  runs.forEach((run, index) => {
    const previous = runs[index - 1];
    if (run[0]?.mark !== '-' || previous?.[0]?.mark !== '+') return;
    runs[index - 1] = run;
    runs[index] = previous;
  });
  return runs.flat();
};

const nearChanges = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== ' '),
  );

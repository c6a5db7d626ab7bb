/** A run of lines that both texts have: where it begins in each, and how long it is. */
interface Match {
  readonly old: number;
  readonly next: number;
  readonly size: number;
}

/** Part of both texts: from line to line, the end not included. */
interface Window {
  readonly old: readonly [from: number, to: number];
  readonly next: readonly [from: number, to: number];
}

/** A text of this many lines is long; a line that makes up more than a hundredth of it begins no match. */
const LONG = 200;

const placesOf = (lines: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const known = places.get(line);
    if (known) known.push(index);
    else places.set(line, [index]);
  });
  if (lines.length < LONG) return places;
  const most = Math.floor(lines.length / 100) + 1;
  return new Map([...places].filter(([, indices]) => indices.length <= most));
};

/** What a comparison works on: both texts, and where the lines of the new one are that are worth looking for. */
interface Texts {
  readonly old: readonly string[];
  readonly next: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const longestMatch = ({ old, next, places }: Texts, window: Window): Match => {
  let best: Match = { old: window.old[0], next: window.next[0], size: 0 };
  let lengths = new Map<number, number>();
  for (let at = window.old[0]; at < window.old[1]; at += 1) {
    const longer = new Map<number, number>();
    for (const other of places.get(old[at] ?? '') ?? []) {
      if (other < window.next[0]) continue;
      if (other >= window.next[1]) break;
      const size = (lengths.get(other - 1) ?? 0) + 1;
      longer.set(other, size);
      if (size > best.size) best = { old: at - size + 1, next: other - size + 1, size };
    }
    lengths = longer;
  }
  let { old: from, next: nextFrom, size } = best;
  while (from > window.old[0] && nextFrom > window.next[0] && old[from - 1] === next[nextFrom - 1]) {
    from -= 1;
    nextFrom -= 1;
    size += 1;
  }
  while (
    from + size < window.old[1] &&
    nextFrom + size < window.next[1] &&
    old[from + size] === next[nextFrom + size]
  ) {
    size += 1;
  }
  return { old: from, next: nextFrom, size };
};

const matchesIn = (texts: Texts, window: Window): readonly Match[] => {
  const match = longestMatch(texts, window);
  if (match.size === 0) return [];
  return [
    ...matchesIn(texts, { old: [window.old[0], match.old], next: [window.next[0], match.next] }),
    match,
    ...matchesIn(texts, {
      old: [match.old + match.size, window.old[1]],
      next: [match.next + match.size, window.next[1]],
    }),
  ];
};

/** Lines that differ, between two matches. */
const differing = (texts: Texts): readonly Window[] => {
  const { old, next } = texts;
  const matches = matchesIn(texts, { old: [0, old.length], next: [0, next.length] });
  let [from, nextFrom] = [0, 0];
  return [...matches, { old: old.length, next: next.length, size: 0 }].flatMap((match) => {
    const window: Window = { old: [from, match.old], next: [nextFrom, match.next] };
    from = match.old + match.size;
    nextFrom = match.next + match.size;
    return window.old[0] < window.old[1] || window.next[0] < window.next[1] ? [window] : [];
  });
};

const range = (from: number, to: number): string => {
  const length = to - from;
  if (length === 1) return `${from + 1}`;
  return `${length === 0 ? from : from + 1},${length}`;
};

/** How many equal lines stand around those that differ. */
const CONTEXT = 3;

const grouped = (windows: readonly Window[]): readonly (readonly Window[])[] => {
  const groups: Window[][] = [];
  for (const window of windows) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && window.old[0] - before.old[1] <= 2 * CONTEXT) last.push(window);
    else groups.push([window]);
  }
  return groups;
};

const hunk = ({ old, next }: Texts, windows: readonly Window[]): readonly string[] => {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return [];
  const before = Math.min(CONTEXT, first.old[0], first.next[0]);
  const after = Math.min(CONTEXT, old.length - last.old[1]);
  const start = first.old[0] - before;
  const lines = [
    `@@ -${range(start, last.old[1] + after)} +${range(first.next[0] - before, last.next[1] + after)} @@`,
  ];
  let at = start;
  for (const window of windows) {
    lines.push(...old.slice(at, window.old[0]).map((line) => ` ${line}`));
    lines.push(...old.slice(...window.old).map((line) => `-${line}`));
    lines.push(...next.slice(...window.next).map((line) => `+${line}`));
    at = window.old[1];
  }
  lines.push(...old.slice(at, last.old[1] + after).map((line) => ` ${line}`));
  return lines;
};

/**
 * What differs between two texts, as the API server tells it: hunks with three equal lines around, without a header,
 * each line with its end.
 * @see k8s.io/apimachinery/pkg/util/diff Diff
 */
export const unifiedDiff = (old: string, next: string): string => {
  const lines = next.split('\n');
  const texts: Texts = { old: old.split('\n'), next: lines, places: placesOf(lines) };
  return grouped(differing(texts))
    .flatMap((windows) => hunk(texts, windows))
    .map((line) => `${line}\n`)
    .join('');
};

import type {
  Background,
  Examples,
  GherkinDocument,
  Location,
  Rule,
  Scenario,
  Tag,
} from '@cucumber/messages';

/** Lines of a text, from 1; both are part of it. */
interface Lines {
  readonly from: number;
  readonly to: number;
  /** What comes next follows without an empty line. */
  readonly goesOn?: true;
}

interface Placed {
  readonly location: Location;
  readonly tags?: readonly Tag[];
}

/** What stands under a feature or a rule. */
type Child = Placed & {
  readonly background?: Background;
  readonly rule?: Rule;
  readonly scenario?: Scenario;
};

const childrenOf = (children: readonly { background?: Background; rule?: Rule; scenario?: Scenario }[]) =>
  children.flatMap(({ background, rule, scenario }): readonly Child[] => {
    const node = background ?? rule ?? scenario;
    return node
      ? [{ location: node.location, tags: scenario?.tags ?? rule?.tags, background, rule, scenario }]
      : [];
  });

/**
 * The text of a feature cut down to one example: with what the feature and its rule say of themselves, their backgrounds, and of
 * an outline with that row alone.
 * @param line where the example begins or, in an outline, its row
 * @returns undefined if no example begins there
 */
export const excerpt = (text: string, document: GherkinDocument, line: number): string | undefined => {
  const { feature } = document;
  if (!feature) return undefined;
  const written = text.split(/\r?\n/);
  const comments = new Set(document.comments.map(({ location }) => location.line));
  /** Where a part begins: with its tags, and the comments right above them. */
  const beginning = ({ location, tags = [] }: Placed): number => {
    let from = Math.min(location.line, ...tags.map((tag) => tag.location.line));
    while (comments.has(from - 1) && !isAuthority(written[from - 2])) from--;
    return from;
  };
  const kept: Lines[] = [];
  /** Keeps the heading, the backgrounds and what leads to the example. */
  const keep = (from: number, children: readonly Child[], end: number): boolean => {
    const starts = [...children.map(beginning), end + 1];
    const at = children.findIndex(({ rule, scenario }) =>
      rule
        ? childrenOf(rule.children).some((child) => child.scenario && isAt(child.scenario, line))
        : scenario && isAt(scenario, line),
    );
    if (at < 0) return false;
    kept.push({ from, to: (starts[0] ?? end + 1) - 1 });
    children.forEach((child, index) => {
      const lines = { from: starts[index] ?? end, to: (starts[index + 1] ?? end + 1) - 1 };
      if (child.background) kept.push(lines);
      if (index !== at) return;
      if (child.rule) keep(lines.from, childrenOf(child.rule.children), lines.to);
      else if (child.scenario) kept.push(...linesOfRow(child.scenario, line, lines, beginning));
    });
    return true;
  };
  if (!keep(1, childrenOf(feature.children), written.length)) return undefined;
  const lines = kept.flatMap(({ from, to, goesOn }) => [
    ...written.slice(from - 1, to),
    ...(goesOn ? [] : ['']),
  ]);
  return `${lines
    .join('\n')
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .trim()}\n`;
};

/** It belongs to the rule above it, not to what follows. */
const isAuthority = (line = ''): boolean => /^\s*#\s*Authority:/.test(line);

const rowsOf = ({ examples }: Scenario) =>
  examples.flatMap((table) => table.tableBody.map((row) => ({ table, line: row.location.line })));

const isAt = (scenario: Scenario, line: number): boolean =>
  scenario.location.line === line || rowsOf(scenario).some((row) => row.line === line);

/** An example has all its lines; of an outline, one row is kept, with the header above it. */
const linesOfRow = (
  scenario: Scenario,
  line: number,
  { from, to }: Lines,
  beginning: (placed: Placed) => number,
): readonly Lines[] => {
  const row = rowsOf(scenario).find((each) => each.line === line);
  if (!row) return [{ from, to }];
  const first = scenario.examples.map(beginning).reduce((a, b) => Math.min(a, b), to + 1);
  const header = (table: Examples): number => table.tableHeader?.location.line ?? table.location.line;
  return [
    { from, to: first - 1 },
    { from: beginning(row.table), to: header(row.table), goesOn: true },
    { from: line, to: line },
  ];
};

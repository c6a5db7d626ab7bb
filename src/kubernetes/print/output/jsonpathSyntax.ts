/** A template that cannot be read; `message` says why, in kubectl's words. */
export class JsonPathError extends Error {}

/** One step from a value to the values below it. */
export type PathStep =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'all' }
  /** The value itself and everything below it that holds values. */
  | { readonly kind: 'descend' }
  | {
      readonly kind: 'filter';
      readonly path: readonly PathStep[];
      readonly operator?: string;
      readonly value?: string;
    };

/** A piece of a template. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'path'; readonly path: readonly PathStep[] }
  | { readonly kind: 'range'; readonly path: readonly PathStep[]; readonly body: readonly Part[] };

const STEP =
  /\.(?=\.)|\.\*|\[\*\]|\[(-?\d*):(-?\d*)\]|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]|\[\?\((.*?)\)\]|\.((?:[^.[\]\s\\]|\\.)+)/gy;

const FILTER = /^\s*@(\S*?)\s*(?:(==|!=|>=|<=|>|<)\s*(.+?))?\s*$/;

const unquote = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2').replace(/\\(.)/g, '$1');

const parseFilter = (text: string): PathStep => {
  const match = FILTER.exec(text);
  if (!match) throw new JsonPathError(`unrecognized filter ${text}`);
  const [, path, operator, value] = match;
  return {
    kind: 'filter',
    path: parsePath(path ?? ''),
    operator,
    value: value === undefined ? undefined : unquote(value),
  };
};

const bound = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);

/** Reads what stands between the braces: `.spec.containers[*].image`. @throws JsonPathError */
export const parsePath = (text: string): readonly PathStep[] => {
  const steps: PathStep[] = [];
  const start = /^[$@]/.test(text) ? 1 : 0;
  if (text.slice(start) === '.') return steps;
  // A filter within a path reads a path of its own: each reading needs its own place in the text.
  const step = new RegExp(STEP);
  step.lastIndex = start;
  while (step.lastIndex < text.length) {
    const at = step.lastIndex;
    const match = step.exec(text);
    if (!match) throw new JsonPathError(`unrecognized character in action: ${text.slice(at)}`);
    const [whole, from, to, index, single, double, filter, name] = match;
    const key = single ?? double ?? name;
    if (key !== undefined) steps.push({ kind: 'field', name: key.replace(/\\(.)/g, '$1') });
    else if (index !== undefined) steps.push({ kind: 'index', index: Number(index) });
    else if (filter !== undefined) steps.push(parseFilter(filter));
    else if (from !== undefined) steps.push({ kind: 'slice', from: bound(from), to: bound(to) });
    else if (whole === '.') steps.push({ kind: 'descend' });
    else if (whole === '.*' || whole === '[*]') steps.push({ kind: 'all' });
  }
  return steps;
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

const literal = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);

/** Text up to the next brace, or an action in braces; quoted text in an action may hold braces. */
const PIECE = /[^{]+|\{((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^}"'])*)\}/gy;

/** Reads a JSONPath template: text, `{.a.b}`, `{range .items[*]}…{end}`, `{"\n"}`. @throws JsonPathError */
export const parseTemplate = (template: string): readonly Part[] => {
  const root: Part[] = [];
  const open: Part[][] = [root];
  const add = (part: Part): void => void open[open.length - 1]?.push(part);
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < template.length) {
    const match = PIECE.exec(template);
    if (!match) throw new JsonPathError('unclosed action');
    const action = match[1]?.trim();
    if (action === undefined) add({ kind: 'text', text: match[0] });
    else if (/^["']/.test(action)) add({ kind: 'text', text: literal(action) });
    else if (action === 'end') {
      if (open.length === 1) throw new JsonPathError('not in range, nothing to end');
      open.pop();
    } else if (/^range\s/.test(action)) {
      const body: Part[] = [];
      add({ kind: 'range', path: parsePath(action.slice(5).trim()), body });
      open.push(body);
    } else add({ kind: 'path', path: parsePath(action) });
  }
  if (open.length > 1) throw new JsonPathError('unclosed range');
  return root;
};

import { toCompactJson } from './json';
import { JsonPathError, type Part, type PathStep, parsePath, parseTemplate } from './jsonpathSyntax';

export { JsonPathError } from './jsonpathSyntax';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const children = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return isObject(value)
    ? Object.keys(value)
        .sort()
        .map((key) => value[key])
    : [];
};

const compare = (found: unknown, operator: string, wanted: string): boolean => {
  const [left, right] =
    typeof found === 'number' || typeof found === 'bigint'
      ? [found, Number(wanted)]
      : [String(found), wanted];
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    default:
      return left <= right;
  }
};

const descend = (value: unknown): readonly unknown[] => {
  const below = children(value);
  return below.length === 0 ? [] : [value, ...below.flatMap(descend)];
};

const take = (value: unknown, step: PathStep): readonly unknown[] => {
  switch (step.kind) {
    case 'field':
      return isObject(value) && Object.hasOwn(value, step.name) ? [value[step.name]] : [];
    case 'index':
      return Array.isArray(value) && value.at(step.index) !== undefined ? [value.at(step.index)] : [];
    case 'slice':
      return Array.isArray(value) ? value.slice(step.from, step.to) : [];
    case 'descend':
      return descend(value);
    case 'all':
      return children(value);
    case 'filter':
      return children(value).filter((child) => {
        const found = valuesAt(step.path, child);
        const { operator, value: wanted } = step;
        if (operator === undefined) return found.length > 0;
        return found.some((each) => compare(each, operator, wanted ?? ''));
      });
  }
};

/** The values that a path, once read, leads to; none if it leads nowhere. */
export const valuesAt = (path: readonly PathStep[], value: unknown): readonly unknown[] =>
  path.reduce<readonly unknown[]>((values, step) => values.flatMap((each) => take(each, step)), [value]);

const print = (value: unknown): string => (isObject(value) ? toCompactJson(value) : String(value ?? ''));

const render = (parts: readonly Part[], value: unknown): string =>
  parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const found = valuesAt(part.path, value);
      return part.kind === 'path'
        ? found.map(print).join(' ')
        : found.map((each) => render(part.body, each)).join('');
    })
    .join('');

/**
 * Fills in a JSONPath template, as `kubectl get -o jsonpath=…` does. What does not exist is left out.
 * Unions (`['a','b']`) and steps in slices (`[0:9:2]`) are not supported.
 * @throws JsonPathError if the template cannot be read.
 */
export const renderJsonPath = (template: string, value: unknown): string =>
  render(parseTemplate(template), value);

/**
 * The values that a path leads to, none if it leads nowhere. Braces and the first dot may be left out, as in
 * `--sort-by` and custom columns.
 * @throws JsonPathError if the path cannot be read.
 */
export const findByPath = (path: string, value: unknown): readonly unknown[] =>
  valuesAt(parsePath(fullPath(path)), value);

/** `.a.b` for `{.a.b}`, `.a.b` and `a.b`. @throws JsonPathError */
export const fullPath = (path: string): string => {
  const [, inBraces, bare] = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(path) ?? [];
  const fields = inBraces ?? bare;
  if (fields === undefined) {
    throw new JsonPathError(
      "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
    );
  }
  return fields.startsWith('[') ? fields : `.${fields}`;
};

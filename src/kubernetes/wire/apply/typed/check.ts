import { goValue } from '../../schema/goValue';
import { fieldStep, printStep } from '../sets/steps';
import { NamelessItem, stepTo } from './items';
import { type ListShape, type MapShape, type Scalar, type Shape, shapeAt, sortOf } from './shape';
import { asList, asMap } from './values';

/** How Go names the type of a value in decoded JSON. */
const goTypeOf = (value: unknown): string => {
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'string' : 'float64';
};

/** How Go prints a value with its type (`%#v`). */
const goSyntax = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (value === null || value === undefined) return 'interface {}(nil)';
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[string]interface {}{${entries.map(([key, each]) => `${JSON.stringify(key)}:${goSyntax(each)}`).join(', ')}}`;
};

const scalarProblem = (scalar: Scalar, value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  switch (scalar) {
    case 'numeric':
      return isNumber ? undefined : `expected numeric (int or float), got ${goTypeOf(value)}`;
    case 'string':
      return typeof value === 'string'
        ? undefined
        : `expected string, got &value.valueUnstructured{Value:${goSyntax(value)}}`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `expected boolean, got &{${goValue(value)}}`;
    case 'untyped':
      return typeof value !== 'object' ? undefined : `expected any scalar, got &{${goValue(value)}}`;
  }
};

const at = (path: string, problem: string): string => (path === '' ? problem : `${path}: ${problem}`);

/**
 * What keeps a configuration from being applied: fields that nobody knows, values of a wrong type, items that are there
 * twice or that nothing tells apart.
 * @see sigs.k8s.io/structured-merge-diff/v6/typed TypedValue.Validate
 */
export const problemsOf = (value: unknown, shape: Shape, path = ''): readonly string[] => {
  const sort = sortOf(shape, value);
  if (sort === 'map' && shape.map) return mapProblems(value, shape.map, path);
  if (sort === 'list' && shape.list) return listProblems(value, shape.list, path);
  const problem = scalarProblem(shape.scalar ?? 'untyped', value);
  return problem === undefined ? [] : [at(path, problem)];
};

const mapProblems = (value: unknown, shape: MapShape, path: string): readonly string[] => {
  if (value === null || value === undefined) return [];
  const map = asMap(value);
  if (!map) return [at(path, `expected map, got &{${goValue(value)}}`)];
  const problems: string[] = [];
  for (const [key, inner] of Object.entries(map)) {
    if (inner === undefined) continue;
    const place = `${path}${printStep(fieldStep(key))}`;
    const field = shapeAt(shape, key);
    if (!field) return [...problems, at(place, 'field not declared in schema')];
    problems.push(...problemsOf(inner, field, place));
  }
  return problems;
};

const listProblems = (value: unknown, shape: ListShape, path: string): readonly string[] => {
  if (value === null || value === undefined) return [];
  const list = asList(value);
  if (!list) return [at(path, `expected list, got &{${goValue(value)}}`)];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    let step = `i:${index}`;
    try {
      if (!shape.atomic) step = stepTo(shape, item);
    } catch (error) {
      if (!(error instanceof NamelessItem)) throw error;
      return [...problems, at(path, `element ${index}: ${error.message}`)];
    }
    if (seen.has(step)) problems.push(at(path, `duplicate entries for key ${printStep(step)}`));
    seen.add(step);
    problems.push(...problemsOf(item, shape.items, `${path}${printStep(step)}`));
  }
  return problems;
};

/** Problems as one sentence. @see typed.ValidationErrors */
export const inOneSentence = (problems: readonly string[]): string =>
  problems.length === 1
    ? (problems[0] ?? '')
    : ['errors:', ...problems.map((each) => `  ${each}`)].join('\n');

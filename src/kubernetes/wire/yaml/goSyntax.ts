import { quoted } from '../../fields/text';
import { MOST_INT64 } from '../integers';
import { goFloat } from './goFloat';
import { isMerge, scalarOf, target } from './meaning';
import type { CollectionNode, Node } from './node';
import type { Scalar } from './resolve';

/** The order in which Go prints the keys of a map, by their type. */
const TYPES = ['null', 'str', 'uint', 'int', 'float', 'bool'];

interface Entry {
  readonly type: string;
  readonly key: Scalar['value'];
  readonly printed: string;
}

const isUnsigned = (value: Scalar['value']): boolean => typeof value === 'bigint' && value > MOST_INT64;

const scalarSyntax = ({ type, value }: Scalar): string => {
  if (value === null) return 'interface {}(nil)';
  if (typeof value === 'string') return quoted(value);
  if (type === 'float') return goFloat(value, 64);
  return isUnsigned(value) ? `0x${value.toString(16)}` : String(value);
};

const typeOf = ({ type, value }: Scalar): string => {
  if (isUnsigned(value)) return 'uint';
  return TYPES.includes(type) ? type : 'str';
};

/** Adds the entries of a map; a key that is there already has the later value. */
const collect = ({ children }: CollectionNode, entries: Map<string, Entry>): void => {
  for (let index = 0; index < children.length; index += 2) {
    const [key, value] = [target(children[index] as Node), children[index + 1] as Node];
    if (isMerge(key)) merge(target(value), entries);
    else if (key.kind === 'scalar') {
      const scalar = scalarOf(key);
      const name = scalarSyntax(scalar);
      entries.set(name, { type: typeOf(scalar), key: scalar.value, printed: `${name}:${goSyntax(value)}` });
    }
  }
};

const merge = (node: Node, entries: Map<string, Entry>): void => {
  if (node.kind === 'mapping') collect(node, entries);
  else if (node.kind === 'sequence')
    for (const child of [...node.children].reverse()) merge(target(child), entries);
};

const compare = (a: Entry, b: Entry): number => {
  if (a.type !== b.type) return TYPES.indexOf(a.type) - TYPES.indexOf(b.type);
  if (a.key === null || b.key === null || a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
};

/**
 * A part of a document as Go prints the value it makes of it: `map[interface {}]interface {}{"a":1}`.
 * @see fmt, the verb %#v
 */
export const goSyntax = (node: Node): string => {
  const found = target(node);
  if (found.kind === 'scalar') return scalarSyntax(scalarOf(found));
  if (found.kind !== 'mapping') {
    const items = found.kind === 'sequence' ? found.children.map(goSyntax) : [];
    return `[]interface {}{${items.join(', ')}}`;
  }
  const entries = new Map<string, Entry>();
  collect(found, entries);
  const printed = [...entries.values()].sort(compare).map((entry) => entry.printed);
  return `map[interface {}]interface {}{${printed.join(', ')}}`;
};

/** The same for a whole value: one that is nothing has no type, either. */
export const goValueSyntax = (node: Node): string => {
  const found = target(node);
  const isNull = found.kind === 'scalar' && scalarOf(found).value === null;
  return isNull ? '<nil>' : goSyntax(node);
};

import type * as apps from 'kubernetes-types/apps/v1';
import type { Immutable, StringMap } from '../object';

export type LabelSelector = NonNullable<Immutable<apps.DaemonSetSpec>['selector']>;

/** Tells whether labels satisfy a selector. */
export type LabelMatcher = (labels: StringMap | undefined) => boolean;

const NONE: StringMap = {};

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/**
 * One requirement of a label selector. NotIn and DoesNotExist match labels without the key;
 * Gt and Lt compare integers, as node selectors allow.
 */
export const meetsRequirement = (labels: StringMap, { key, operator, values = [] }: Requirement): boolean => {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return isInteger(value) && isInteger(values[0]) && BigInt(value) > BigInt(values[0]);
    case 'Lt':
      return isInteger(value) && isInteger(values[0]) && BigInt(value) < BigInt(values[0]);
    default:
      return false;
  }
};

/** A whole number that 64 bits can hold. */
const isInteger = (text: string | undefined): text is string =>
  text !== undefined && /^[+-]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/** True if every key of `wanted` has its value in `labels`. */
export const hasLabels = (labels: StringMap | undefined, wanted: StringMap): boolean => {
  const present = labels ?? NONE;
  for (const key in wanted) if (present[key] !== wanted[key]) return false;
  return true;
};

/**
 * Compiles an object's label selector. A missing selector matches nothing, an empty one everything.
 * @see k8s.io/apimachinery LabelSelectorAsSelector
 */
export const compileLabelSelector = (selector: LabelSelector | undefined): LabelMatcher => {
  if (!selector) return () => false;
  const wanted = selector.matchLabels ?? NONE;
  const requirements = selector.matchExpressions ?? [];
  return (labels) =>
    hasLabels(labels, wanted) &&
    requirements.every((requirement) => meetsRequirement(labels ?? NONE, requirement));
};

/** A selector text that cannot be read; `message` says where. */
export class SelectorSyntaxError extends Error {}

const TERM =
  /\s*(?:(!)\s*([^\s=!,()]+)|([^\s=!,()]+)(?:\s*(==|=|!=)\s*([^\s=!,()]*)|\s+(in|notin)\s*\(([^)]*)\))?)\s*(?:,|$)/gy;

/**
 * Reads kubectl's notation: `a=b,c!=d,e,!f,g in (h,i),j notin (k)`. Empty text asks for nothing.
 * @throws SelectorSyntaxError
 */
export const parseSelector = (text: string): readonly Requirement[] => {
  const requirements: Requirement[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const at = TERM.lastIndex;
    const match = TERM.exec(text);
    if (!match)
      throw new SelectorSyntaxError(`unable to parse requirement: found '${text.slice(at).trim()}'`);
    const [, not, absent, key, equality, value, set, values] = match;
    const name = absent ?? key ?? '';
    if (not) requirements.push({ key: name, operator: 'DoesNotExist' });
    else if (equality)
      requirements.push({ key: name, operator: equality === '!=' ? 'NotIn' : 'In', values: [value ?? ''] });
    else if (set)
      requirements.push({
        key: name,
        operator: set === 'in' ? 'In' : 'NotIn',
        values: (values ?? '').split(',').map((each) => each.trim()),
      });
    else requirements.push({ key: name, operator: 'Exists' });
  }
  return requirements;
};

/** Compiles kubectl's notation of a label selector. @throws SelectorSyntaxError */
export const compileSelectorText = (text: string): LabelMatcher => {
  const requirements = parseSelector(text);
  return (labels) => requirements.every((requirement) => meetsRequirement(labels ?? NONE, requirement));
};

/**
 * Reads a node selector as project annotations hold it, `key=value,key2=value2`.
 * @returns undefined if it is not of that form.
 */
export const parseEqualities = (text: string): StringMap | undefined => {
  const map: Record<string, string> = {};
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const match = /^\s*([^\s=!]+)\s*==?\s*([^\s=!]*)\s*$/.exec(part);
    if (!match) return undefined;
    map[match[1] ?? ''] = match[2] ?? '';
  }
  return map;
};

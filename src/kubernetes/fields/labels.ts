import type * as apps from 'kubernetes-types/apps/v1';
import type { Immutable, StringMap } from '../object';
import { quoted } from './text';

export type LabelSelector = NonNullable<Immutable<apps.DaemonSetSpec>['selector']>;

/** Tells whether labels satisfy a selector. */
export type LabelMatcher = (labels: StringMap | undefined) => boolean;

/** A selector, and how it was written. */
export interface WrittenSelector {
  readonly text: string;
  readonly matches: LabelMatcher;
}

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
  /\s*(?:(!)\s*([^\s=!<>,()]+)|([^\s=!<>,()]+)(?:\s*(==|=|!=|<|>)\s*([^\s=!<>,()]*)|\s+(in|notin)\s*\(([^)]*)\))?)\s*(?:,|$)/gy;

const OPERATORS: StringMap = {
  '=': 'In',
  '==': 'In',
  '!=': 'NotIn',
  '>': 'Gt',
  '<': 'Lt',
  in: 'In',
  notin: 'NotIn',
};

/**
 * Reads kubectl's notation: `a=b,c!=d,e,!f,g in (h,i),j notin (k),l>1,m<2`. Empty text asks for nothing.
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
    const [, not, absent, key, comparison, value, set, values] = match;
    const name = absent ?? key ?? '';
    const operator = OPERATORS[comparison ?? set ?? ''];
    if (not || !operator) requirements.push({ key: name, operator: not ? 'DoesNotExist' : 'Exists' });
    else if (set)
      requirements.push({
        key: name,
        operator,
        values: (values ?? '').split(',').map((each) => each.trim()),
      });
    else {
      if ((operator === 'Gt' || operator === 'Lt') && !isInteger(value))
        throw new SelectorSyntaxError(
          `unable to parse requirement: values[0]: Invalid value: ${quoted(value ?? '')}: for 'Gt', 'Lt' operators, the value must be an integer`,
        );
      requirements.push({ key: name, operator, values: [value ?? ''] });
    }
  }
  return requirements;
};

/** Compiles kubectl's notation of a label selector. @throws SelectorSyntaxError */
export const compileSelectorText = (text: string): LabelMatcher => {
  const requirements = parseSelector(text);
  return (labels) => requirements.every((requirement) => meetsRequirement(labels ?? NONE, requirement));
};

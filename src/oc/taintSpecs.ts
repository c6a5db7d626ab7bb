import type { Taint } from '../kubernetes/fields/taints';
import { labelKey, labelValue } from '../kubernetes/fields/validation/formats';
import { fail, usageError } from './errors';

/** Taints to put on and to take off; one without effect stands for all of its key. */
export interface TaintChange {
  readonly add: readonly Taint[];
  readonly remove: readonly { readonly key: string; readonly effect?: string }[];
}

interface Written {
  readonly key: string;
  readonly value?: string;
  readonly effect?: string;
}

const EFFECTS: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

const refuse = (spec: string, problems: readonly string[] = []): never => {
  const why = problems.length > 0 ? `, ${problems.join('; ')}` : '';
  throw usageError('taint', `invalid taint spec: ${spec}${why}`);
};

/** Reads `key=value:Effect`, `key:Effect` or `key`. Only before an effect does a `=` mark a value. */
const readTaint = (spec: string): Written => {
  const [pair = '', effect, ...more] = spec.split(':');
  if (more.length > 0) refuse(spec);
  if (effect !== undefined && !EFFECTS.includes(effect)) {
    throw usageError('taint', `invalid taint effect: ${effect}, unsupported taint effect`);
  }
  const [key = '', value = '', ...rest] = effect === undefined ? [pair] : pair.split('=');
  if (rest.length > 0) refuse(spec);
  const problems = [labelValue(value), labelKey(key)].find((found) => found.length > 0);
  if (problems) refuse(spec, problems);
  return { key, ...(value === '' ? {} : { value }), effect };
};

const readNew = (spec: string): Taint => {
  const { effect, ...taint } = readTaint(spec);
  return effect === undefined ? refuse(spec) : { ...taint, effect };
};

const checkUnique = (taints: readonly Taint[]): void => {
  const twice = taints.find((taint, index) =>
    taints.slice(0, index).some(({ key, effect }) => key === taint.key && effect === taint.effect),
  );
  if (!twice) return;
  const { key, value = '', effect } = twice;
  throw usageError(
    'taint',
    `duplicated taints with the same key and effect: {${key} ${value} ${effect} <nil>}`,
  );
};

/**
 * Reads what a command says of taints: `key=value:Effect` to put one on, `key-` or `key:Effect-` to take off.
 * @throws CommandError
 * @see k8s.io/kubectl/pkg/cmd/taint parseTaints
 */
export const readTaintChange = (specs: readonly string[]): TaintChange => {
  const remove = specs.filter((spec) => spec.endsWith('-')).map((spec) => readTaint(spec.slice(0, -1)));
  const add = specs.filter((spec) => !spec.endsWith('-')).map(readNew);
  checkUnique(add);
  const both = remove.filter(({ key, effect }) =>
    add.some((taint) => taint.key === key && (effect === undefined || effect === taint.effect)),
  );
  if (both.length > 0) {
    const list = both.map(({ key, effect }) => `${key}=${effect ?? ''}`).join(', ');
    throw fail(`can not both modify and remove the following taint(s) in the same command: ${list}`);
  }
  return { add, remove };
};

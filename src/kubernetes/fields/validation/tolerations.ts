import type { FieldCause } from '../../refusals';
import type { Taint, Toleration } from '../taints';
import { asStruct, duplicate, invalid, misformatted, named, notSupported, required } from './causes';
import { labelKey, labelValue } from './formats';
import { validateLabelKey } from './labels';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const OPERATORS = ['Equal', 'Exists'];
const COMPARING = ['Lt', 'Gt'];

/** Lists that were found in order. Pods of one daemon set share theirs. */
const inOrder = new WeakSet<readonly Toleration[]>();

/**
 * Tolerations. The comparing operators `Lt` and `Gt` are behind a feature gate that 1.36 leaves off. Refused, they are
 * told that they are supported all the same.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidateTolerations
 */
export const validateTolerations = (tolerations: readonly Toleration[], field: string): FieldCause[] => {
  if (inOrder.has(tolerations)) return [];
  const causes = check(tolerations, field);
  if (causes.length === 0) inOrder.add(tolerations);
  return causes;
};

const check = (tolerations: readonly Toleration[], field: string): FieldCause[] =>
  tolerations.flatMap(({ key, operator, value = '', effect, tolerationSeconds }, index) => {
    const at = `${field}[${index}]`;
    const causes = key ? validateLabelKey(key, `${at}.key`) : [];
    if (!key && operator !== 'Exists') {
      causes.push(
        invalid(
          `${at}.operator`,
          named(operator),
          'operator must be Exists when `key` is empty, which means "match all values and all keys"',
        ),
      );
    }
    if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
      causes.push(
        invalid(`${at}.effect`, named(effect), "effect must be 'NoExecute' when `tolerationSeconds` is set"),
      );
    }
    if (!operator || operator === 'Equal') {
      const problems = labelValue(value);
      if (problems.length > 0) causes.push(invalid(`${at}.operator`, value, problems.join(';')));
    } else if (operator !== 'Exists') {
      const supported = COMPARING.includes(operator) ? [...OPERATORS, ...COMPARING] : OPERATORS;
      causes.push(notSupported(`${at}.operator`, operator, supported));
    } else if (value !== '') {
      causes.push(invalid(`${at}.operator`, value, "value must be empty when `operator` is 'Exists'"));
    }
    if (effect && !EFFECTS.includes(effect)) causes.push(notSupported(`${at}.effect`, effect, EFFECTS));
    return causes;
  });

/** A node's taints: no key may have the same effect twice. */
export const validateTaints = (taints: readonly Taint[], field: string): FieldCause[] => {
  const seen = new Set<string>();
  return taints.flatMap(({ key = '', value = '', effect, timeAdded }, index) => {
    const at = `${field}[${index}]`;
    const causes = misformatted(`${at}.key`, key, labelKey(key));
    const problems = labelValue(value);
    if (problems.length > 0) causes.push(invalid(`${at}.value`, value, problems.join(';')));
    if (!effect) causes.push(required(`${at}.effect`));
    else if (!EFFECTS.includes(effect)) causes.push(notSupported(`${at}.effect`, effect, EFFECTS));
    const pair = `${effect} ${key}`;
    if (seen.has(pair)) {
      const taint = asStruct({ Key: key, Value: value, Effect: effect ?? '', TimeAdded: timeAdded ?? null });
      causes.push(duplicate(at, taint, 'taints must be unique by key and effect pair'));
    }
    seen.add(pair);
    return causes;
  });
};

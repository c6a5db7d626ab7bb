import { absent, type Part } from '../../../fields/fill';
import {
  duplicate,
  invalid,
  named,
  notSupported,
  required,
  tooMany,
} from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import { templateOf } from './pods';
import { type Rule, under } from './rule';

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const MOST_RULES = 20;
const MOST_CODES = 255;

const namesIn = (spec: Part): readonly unknown[] => {
  const pod = (templateOf(spec).spec ?? {}) as Part;
  return [pod.containers, pod.initContainers].flatMap((list) =>
    ((list ?? []) as readonly Part[]).map(({ name }) => name),
  );
};

/** A word that must be there and be one of a few, said as Go prints a list of them. */
const word = (value: unknown, words: readonly string[], field: string): readonly FieldCause[] => {
  if (!value) return [required(field, `valid values: [${words.map((each) => `"${each}"`).join(' ')}]`)];
  return words.includes(String(value)) ? [] : [notSupported(field, String(value), words)];
};

const exitCodes = (part: Part, containers: readonly unknown[], at: string): readonly FieldCause[] => {
  const { operator, containerName } = part;
  const codes = (part.values ?? []) as readonly number[];
  const field = under(at, 'values');
  const ordered = codes.every((code, index) => index === 0 || (codes[index - 1] ?? code) <= code);
  return [
    ...word(operator, OPERATORS, under(at, 'operator')),
    ...(absent(containerName) || containers.includes(containerName)
      ? []
      : [
          invalid(
            under(at, 'containerName'),
            containerName,
            'must be one of the container or initContainer names in the pod template',
          ),
        ]),
    ...(codes.length === 0 ? [invalid(field, part.values ?? null, 'at least one value is required')] : []),
    ...(codes.length > MOST_CODES ? [tooMany(field, codes.length, MOST_CODES)] : []),
    ...codes.flatMap((code, index) => [
      ...(operator === 'In' && code === 0
        ? [invalid(`${field}[${index}]`, code, 'must not be 0 for the In operator')]
        : []),
      ...(codes.indexOf(code) < index ? [duplicate(`${field}[${index}]`, code)] : []),
    ]),
    ...(ordered ? [] : [invalid(field, codes, 'must be ordered')]),
  ];
};

/** A cause without the value that is wrong. */
const wrong = (field: string, detail: string): FieldCause => ({
  reason: 'FieldValueInvalid',
  field,
  message: `Invalid value: ${detail}`,
});

/**
 * What becomes of a job when a pod fails: each rule goes by exit codes or by conditions, not by both.
 * @see k8s.io/kubernetes/pkg/apis/batch/validation validatePodFailurePolicyRule
 */
export const podFailures: Rule = (spec, at) => {
  const policy = spec.podFailurePolicy as Part | undefined;
  if (absent(policy)) return [];
  const rules = (policy.rules ?? []) as readonly Part[];
  const field = `${at}.podFailurePolicy.rules`;
  const containers = namesIn(spec);
  return [
    ...(rules.length > MOST_RULES ? [tooMany(field, rules.length, MOST_RULES)] : []),
    ...rules.flatMap(({ action, onExitCodes, onPodConditions }, index) => {
      const where = `${field}[${index}]`;
      const byConditions = ((onPodConditions ?? []) as readonly unknown[]).length > 0;
      const byCodes = !absent(onExitCodes);
      return [
        ...(action === 'FailIndex' && absent(spec.backoffLimitPerIndex)
          ? [invalid(`${where}.action`, named(action), 'requires the backoffLimitPerIndex to be set')]
          : word(action, ACTIONS, `${where}.action`)),
        ...(byCodes ? exitCodes(onExitCodes as Part, containers, `${where}.onExitCodes`) : []),
        ...(byCodes && byConditions
          ? [wrong(where, 'specifying both OnExitCodes and OnPodConditions is not supported')]
          : []),
        ...(!byCodes && !byConditions
          ? [wrong(where, 'specifying one of OnExitCodes and OnPodConditions is required')]
          : []),
      ];
    }),
  ];
};

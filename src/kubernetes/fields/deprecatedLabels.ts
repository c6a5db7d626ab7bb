import { labelValue } from './validation/formats';

/**
 * Labels of nodes that have another name by now.
 * @see pkg/api/node/util.go deprecatedNodeLabels
 */
const DEPRECATED: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region':
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone':
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type':
    'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  'app.kubernetes.io/created-by': 'deprecated since v1.9',
  'scheduler.alpha.kubernetes.io/preferAvoidPods':
    'deprecated since v1.22; use Taints and Tolerations instead',
};

/** What is to be said of a label of nodes; undefined if nobody minds. */
export const deprecationOf = (label: string): string | undefined =>
  Object.hasOwn(DEPRECATED, label) ? DEPRECATED[label] : undefined;

/** Expressions about labels, as selectors have them. */
interface Expression {
  readonly key: string;
  readonly values?: readonly string[];
}

/**
 * What is to be said of a list of expressions about labels of nodes.
 * @param at the path of the list
 * @param withValues whether values that no label can have are told, too
 * @see pkg/api/node/util.go GetWarningsForNodeSelectorTerm
 */
export const warningsOfExpressions = (
  expressions: readonly Expression[] | undefined,
  at: string,
  withValues = false,
): string[] =>
  (expressions ?? []).flatMap(({ key, values = [] }, index) => {
    const why = deprecationOf(key);
    return [
      ...(why ? [`${at}[${index}].key: ${key} is ${why}`] : []),
      ...(withValues
        ? values.flatMap((value, place) =>
            labelValue(value).map(
              (problem) => `${at}[${index}].values[${place}]: ${value} is invalid, ${problem}`,
            ),
          )
        : []),
    ];
  });

import { deprecationOf, warningsOfExpressions } from '../../../fields/deprecatedLabels';
import type { PodSpec } from '../pod';

const NULL_SELECTOR = 'a null labelSelector results in matching no pod';

const nodeAffinity = ({ affinity }: PodSpec, at: string): string[] => {
  const { requiredDuringSchedulingIgnoredDuringExecution: required, ...rest } = affinity?.nodeAffinity ?? {};
  const terms = `${at}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;
  const preferred = `${at}.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution`;
  return [
    ...(required?.nodeSelectorTerms ?? []).flatMap(({ matchExpressions }, index) =>
      warningsOfExpressions(matchExpressions, `${terms}[${index}].matchExpressions`),
    ),
    ...(rest.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ preference }, index) =>
      warningsOfExpressions(
        preference?.matchExpressions,
        `${preferred}[${index}].preference.matchExpressions`,
        true,
      ),
    ),
  ];
};

const spread = ({ topologySpreadConstraints = [] }: PodSpec, at: string): string[] =>
  topologySpreadConstraints.flatMap(({ topologyKey, labelSelector }, index) => {
    const path = `${at}.topologySpreadConstraints[${index}]`;
    const why = deprecationOf(topologyKey);
    return [
      ...(why ? [`${path}.topologyKey: ${topologyKey} is ${why}`] : []),
      ...(labelSelector ? [] : [`${path}.labelSelector: ${NULL_SELECTOR}`]),
    ];
  });

/** What is to be said of the labels of nodes that a pod asks for. @param at the path of the spec */
export const warningsOfNodeLabels = (spec: PodSpec, at: string): string[] => [
  ...Object.keys(spec.nodeSelector ?? {})
    .sort()
    .flatMap((label) => {
      const why = deprecationOf(label);
      return why ? [`${at}.nodeSelector[${label}]: ${why}`] : [];
    }),
  ...nodeAffinity(spec, at),
  ...spread(spec, at),
];

/** What is to be said of terms about other pods. @param at the path of the spec */
export const warningsOfPodTerms = ({ affinity }: PodSpec, at: string): string[] =>
  (['podAffinity', 'podAntiAffinity'] as const).flatMap((field) => {
    const {
      requiredDuringSchedulingIgnoredDuringExecution: required = [],
      preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
    } = affinity?.[field] ?? {};
    const path = `${at}.affinity.${field}`;
    const from = (list: string, index: number, rest: string): string =>
      `${path}.${list}DuringSchedulingIgnoredDuringExecution[${index}].${rest}labelSelector: ${NULL_SELECTOR}`;
    return [
      ...required.flatMap((term, index) => (term.labelSelector ? [] : [from('required', index, '')])),
      ...preferred.flatMap(({ podAffinityTerm }, index) =>
        podAffinityTerm.labelSelector ? [] : [from('preferred', index, 'podAffinityTerm.')],
      ),
    ];
  });

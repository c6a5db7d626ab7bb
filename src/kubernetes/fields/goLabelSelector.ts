import type { LabelSelector } from './labels';

/**
 * A label selector as Go writes the structure out, where no printer makes it readable:
 * `&LabelSelector{MatchLabels:map[string]string{tier: gold,},MatchExpressions:[]LabelSelectorRequirement{},}`.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 LabelSelector.String
 */
export const goLabelSelector = ({ matchLabels, matchExpressions }: LabelSelector): string => {
  const labels = Object.entries(matchLabels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}: ${value},`);
  const requirements = (matchExpressions ?? []).map(
    ({ key, operator, values }) =>
      `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${(values ?? []).join(' ')}],},`,
  );
  return (
    `&LabelSelector{MatchLabels:map[string]string{${labels.join('')}},` +
    `MatchExpressions:[]LabelSelectorRequirement{${requirements.join('')}},}`
  );
};

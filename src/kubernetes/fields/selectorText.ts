import type { LabelSelector } from './labels';

/**
 * A label selector in kubectl's notation: `a=1,b in (x,y),!c`. `<none>` without a requirement.
 * @see k8s.io/apimachinery FormatLabelSelector
 */
export const formatSelector = (selector: LabelSelector | undefined): string => {
  const equalities = Object.entries(selector?.matchLabels ?? {}).map(
    ([key, value]) => [key, `${key}=${value}`] as const,
  );
  const expressions = (selector?.matchExpressions ?? []).map(({ key, operator, values }) => {
    const list = `(${[...(values ?? [])].sort().join(',')})`;
    if (operator === 'In') return [key, `${key} in ${list}`] as const;
    if (operator === 'NotIn') return [key, `${key} notin ${list}`] as const;
    return [key, operator === 'Exists' ? key : `!${key}`] as const;
  });
  const byKey = [...equalities, ...expressions].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return byKey.map(([, text]) => text).join(',') || '<none>';
};

import { compileLabelSelector } from '../../fields/labels';
import type { KubeObject } from '../../object';
import type { PodDisruptionBudget } from './podDisruptionBudget';

/** Tells whether a budget of the same namespace is about a pod: an empty selector is about all, none at all about nobody. */
export const isAbout = ({ spec }: PodDisruptionBudget): ((pod: KubeObject) => boolean) => {
  const matches = compileLabelSelector(spec.selector);
  return (pod) => matches(pod.metadata.labels);
};

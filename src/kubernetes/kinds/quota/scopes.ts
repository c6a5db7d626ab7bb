import type { Affinity, Pod } from '../pod/pod';
import { qualityOfService } from '../pod/qos';
import type { Scope } from './evaluator';

/**
 * Whether a scope is about the class that an object names, if it names one.
 * @see pkg/apis/core/v1/helper/helpers.go ScopedResourceSelectorRequirementsAsSelector
 */
export const selectsName = ({ operator, values = [] }: Scope, name: string | undefined): boolean => {
  switch (operator) {
    case 'In':
      return values.includes(name ?? '');
    case 'NotIn':
      return !values.includes(name ?? '');
    case 'Exists':
      return Boolean(name);
    default:
      return !name;
  }
};

/** A pod that has but so long to live. */
export const isShortLived = ({ spec }: Pod): boolean => (spec.activeDeadlineSeconds ?? -1) >= 0;

type PodTerm = { readonly namespaces?: readonly string[]; readonly namespaceSelector?: unknown };

const termsOf = (affinity: Affinity['podAffinity']): readonly PodTerm[] => [
  ...(affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
  ...(affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
    ({ podAffinityTerm }) => podAffinityTerm,
  ),
];

const looksAcrossNamespaces = ({ spec: { affinity } }: Pod): boolean =>
  [...termsOf(affinity?.podAffinity), ...termsOf(affinity?.podAntiAffinity)].some(
    ({ namespaces = [], namespaceSelector }) => namespaces.length > 0 || namespaceSelector !== undefined,
  );

/** @see pkg/quota/v1/evaluator/core/pods.go podMatchesScopeFunc */
export const suitsPod = (scope: Scope, pod: Pod): boolean => {
  switch (scope.scopeName) {
    case 'Terminating':
      return isShortLived(pod);
    case 'NotTerminating':
      return !isShortLived(pod);
    case 'BestEffort':
      return qualityOfService(pod.spec) === 'BestEffort';
    case 'NotBestEffort':
      return qualityOfService(pod.spec) !== 'BestEffort';
    case 'PriorityClass':
      return selectsName(scope, pod.spec.priorityClassName);
    case 'CrossNamespacePodAffinity':
      return looksAcrossNamespaces(pod);
    default:
      return false;
  }
};

import { compileLabelSelector, type LabelMatcher } from '../../../kubernetes/fields/labels';
import type { Affinity, Pod } from '../../../kubernetes/kinds/pod/pod';
import type { StringMap } from '../../../kubernetes/object';

type PodAffinity = NonNullable<Affinity['podAffinity']>;
type WrittenTerm = NonNullable<PodAffinity['requiredDuringSchedulingIgnoredDuringExecution']>[number];

/** The labels of a namespace; undefined if there is none of that name. */
export type LabelsOfNamespace = (name: string) => StringMap | undefined;

/** Other pods that a pod wants near, or wants far, and what near means: the same value of a label of their nodes. */
export interface PodTerm {
  readonly topologyKey: string;
  matches(other: Pod, labelsOf: LabelsOfNamespace): boolean;
}

/** What a pod requires of the pods near it. */
export interface PodTerms {
  readonly near: readonly PodTerm[];
  readonly far: readonly PodTerm[];
}

/** The term's own labels, by keys whose values are taken from the pod that has the term. */
const alike = (keys: readonly string[], own: StringMap, same: boolean): LabelMatcher => {
  const present = keys.filter((key) => own[key] !== undefined);
  return (labels = {}) => present.every((key) => (labels[key] === own[key]) === same);
};

/** Without namespaces and without a selector of namespaces, the pod's own is meant; an empty selector means all. */
const compile = (term: WrittenTerm, { metadata }: Pod): PodTerm => {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey } = term;
  const { matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  const own = metadata.labels ?? {};
  const matchesLabels = compileLabelSelector(labelSelector);
  const isLike = alike(matchLabelKeys, own, true);
  const isUnlike = alike(mismatchLabelKeys, own, false);
  const matchesNamespace = compileLabelSelector(namespaceSelector);
  const names = new Set(
    namespaces.length === 0 && namespaceSelector === undefined ? [metadata.namespace ?? ''] : namespaces,
  );
  return {
    topologyKey,
    matches(other, labelsOf) {
      const { namespace = '', labels } = other.metadata;
      const isMeant =
        names.has(namespace) || (namespaceSelector !== undefined && matchesNamespace(labelsOf(namespace)));
      return isMeant && matchesLabels(labels) && isLike(labels) && isUnlike(labels);
    },
  };
};

const NONE: PodTerms = { near: [], far: [] };
const memo = new WeakMap<Pod, PodTerms>();

/**
 * What a pod requires of the pods near it; most require nothing.
 * @see staging/src/k8s.io/kube-scheduler/framework/types.go GetAffinityTerms
 */
export const podTermsOf = (pod: Pod): PodTerms => {
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
  if (!podAffinity && !podAntiAffinity) return NONE;
  const known = memo.get(pod);
  if (known) return known;
  const required = (affinity: PodAffinity | undefined): readonly PodTerm[] =>
    (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).map((term) => compile(term, pod));
  const terms = { near: required(podAffinity), far: required(podAntiAffinity) };
  memo.set(pod, terms);
  return terms;
};

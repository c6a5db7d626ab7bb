import { deepEqual } from '../../../fields/equality';
import { asStruct, invalid } from '../../../fields/validation/causes';
import type { FieldCause } from '../../../refusals';
import type { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../pod';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const TERMS = `spec.affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms`;

/** Whether gates keep the scheduler from a pod: until they are gone, one may still narrow down where it may run. */
export const isGated = ({ schedulingGates }: PodSpec): boolean => (schedulingGates?.length ?? 0) > 0;

const requirement = ({ key, operator, values }: NodeSelectorRequirement) => ({
  Key: key ?? '',
  Operator: operator ?? '',
  Values: values ?? null,
});

/** A term as Go prints it: its own names for the fields, all of them. */
const printed = ({ matchExpressions, matchFields }: NodeSelectorTerm) => ({
  MatchExpressions: matchExpressions?.map(requirement) ?? null,
  MatchFields: matchFields?.map(requirement) ?? null,
});

type Requirements = readonly NodeSelectorRequirement[];

const onlyAdds = (next: Requirements = [], old: Requirements = []): boolean =>
  deepEqual(next.slice(0, old.length), old);

const narrows = (next: NodeSelectorTerm, old: NodeSelectorTerm): boolean => {
  const matchesNothing = (old.matchExpressions?.length ?? 0) + (old.matchFields?.length ?? 0) === 0;
  if (matchesNothing) return (next.matchExpressions?.length ?? 0) + (next.matchFields?.length ?? 0) === 0;
  return onlyAdds(next.matchExpressions, old.matchExpressions) && onlyAdds(next.matchFields, old.matchFields);
};

const termsOf = ({ affinity }: PodSpec): readonly NodeSelectorTerm[] =>
  affinity?.nodeAffinity?.[REQUIRED]?.nodeSelectorTerms ?? [];

const validateTerms = (next: readonly NodeSelectorTerm[], old: readonly NodeSelectorTerm[]): FieldCause[] => {
  if (old.length === 0) return [];
  if (old.length !== next.length) {
    const given = next.length === 0 ? null : asStruct(next.map(printed));
    return [invalid(TERMS, given, 'no additions/deletions to non-empty NodeSelectorTerms list are allowed')];
  }
  return next.flatMap((term, index) =>
    narrows(term, old[index] ?? {})
      ? []
      : [
          invalid(
            `${TERMS}[${index}]`,
            asStruct(printed(term)),
            'only additions are allowed (no mutations or deletions)',
          ),
        ],
  );
};

/**
 * What may change about the placement of a gated pod: a node selector gets more labels, terms of a required node
 * affinity more requirements.
 * @see pkg/apis/core/validation/validation.go validateNodeSelectorMutation, validateNodeAffinityMutation
 */
export const validateNarrowedPlacement = (next: PodSpec, old: PodSpec): FieldCause[] => {
  const selector = next.nodeSelector ?? {};
  const kept = Object.entries(old.nodeSelector ?? {}).every(([key, value]) => selector[key] === value);
  return [
    ...(kept
      ? []
      : [
          invalid(
            'spec.nodeSelector',
            next.nodeSelector ?? null,
            'only additions to spec.nodeSelector are allowed (no mutations or deletions)',
          ),
        ]),
    ...validateTerms(termsOf(next), termsOf(old)),
  ];
};

/** The placement of a gated pod with what may change set back to what it was: affinity to other pods may not. */
export const withoutPlacement = (next: PodSpec, old: PodSpec): Pick<PodSpec, 'nodeSelector' | 'affinity'> => {
  const { nodeAffinity: _new, ...others } = next.affinity ?? {};
  const nodeAffinity = old.affinity?.nodeAffinity;
  const nothingElse = old.affinity === undefined && Object.keys(others).length === 0;
  return {
    nodeSelector: old.nodeSelector,
    affinity: nothingElse
      ? undefined
      : { ...others, ...(nodeAffinity === undefined ? {} : { nodeAffinity }) },
  };
};

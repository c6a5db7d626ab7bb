import { hasLabels, meetsRequirement } from '../../fields/labels';
import type { StringMap } from '../../object';
import type { Affinity, NodeSelector, NodeSelectorTerm, PodSpec } from './pod';

/** What node selectors look at. */
interface NodeLike {
  readonly metadata: { readonly name: string; readonly labels?: StringMap };
}

const NO_LABELS: StringMap = {};

/** Expressions and fields of a term are all required; a term with neither matches no node. */
const meetsTerm = (node: NodeLike, term: NodeSelectorTerm): boolean => {
  const expressions = term.matchExpressions ?? [];
  const fields = term.matchFields ?? [];
  if (expressions.length === 0 && fields.length === 0) return false;
  const labels = node.metadata.labels ?? NO_LABELS;
  return (
    expressions.every((requirement) => meetsRequirement(labels, requirement)) &&
    fields.every((requirement) => meetsRequirement({ 'metadata.name': node.metadata.name }, requirement))
  );
};

/** Terms are alternatives: one that matches is enough. */
export const matchesNodeSelector = (node: NodeLike, selector: NodeSelector): boolean =>
  selector.nodeSelectorTerms.some((term) => meetsTerm(node, term));

/** Whether a node carries the labels that the pod's `nodeSelector` asks for. */
export const meetsSelector = (node: NodeLike, { nodeSelector }: Pick<PodSpec, 'nodeSelector'>): boolean =>
  !nodeSelector || hasLabels(node.metadata.labels, nodeSelector as StringMap);

/** Whether a node meets the pod's required node affinity. */
export const meetsAffinity = (node: NodeLike, { affinity }: Pick<PodSpec, 'affinity'>): boolean => {
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return required === undefined || matchesNodeSelector(node, required);
};

/**
 * Whether a node carries the pod's `nodeSelector` and meets its required node affinity.
 * @see k8s.io/component-helpers nodeaffinity.RequiredNodeAffinity
 */
export const matchesNode = (node: NodeLike, spec: Pick<PodSpec, 'nodeSelector' | 'affinity'>): boolean =>
  meetsSelector(node, spec) && meetsAffinity(node, spec);

/** What requires one node by its name, and says nothing else. */
export const requiringNode = (name: string): NodeSelector => ({
  nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
});

/** The one node an affinity names by `matchFields metadata.name In [node]`, if it does in every term. */
export const nodeNamedBy = (affinity: Affinity | undefined): string | undefined => {
  const terms =
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  for (const term of terms) {
    for (const field of term.matchFields ?? []) {
      if (field.key === 'metadata.name' && field.operator === 'In' && field.values?.length === 1)
        return field.values[0];
    }
  }
  return undefined;
};

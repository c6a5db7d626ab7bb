import {
  meetsRequirement,
  parseSelector,
  SelectorSyntaxError,
  type WrittenSelector,
} from '../../fields/labels';
import { labelKey, labelValue } from '../../fields/validation/formats';
import type { KubeObject } from '../../object';

/** Kubernetes' own annotation for a namespace's node selector. It is looked at first. */
export const KUBERNETES_NODE_SELECTOR = 'scheduler.alpha.kubernetes.io/node-selector';
/** OpenShift's annotation for a project's node selector. Empty means every node. */
export const OPENSHIFT_NODE_SELECTOR = 'openshift.io/node-selector';

/**
 * The node selector a namespace is annotated with: Kubernetes' annotation, else OpenShift's, even if empty.
 * @returns the text, or undefined if the namespace says nothing.
 */
export const annotatedNodeSelector = (namespace: KubeObject | undefined): string | undefined =>
  namespace?.metadata.annotations?.[KUBERNETES_NODE_SELECTOR] ??
  namespace?.metadata.annotations?.[OPENSHIFT_NODE_SELECTOR];

/**
 * Reads a project's node selector as the daemon set controller does: sets, `!key` and comparisons count, too. A text
 * that cannot be read selects every node.
 * @see openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeSelectorMatches
 */
export const readNodeSelector = (text: string): WrittenSelector => {
  const requirements = requirementsOf(text);
  return {
    text,
    matches: (labels) => requirements.every((requirement) => meetsRequirement(labels ?? {}, requirement)),
  };
};

/**
 * The node selector of a namespace's project; undefined if the namespace is not annotated with one. The cluster-wide
 * default, which stands in for it when pods are admitted, is not looked at here: daemon sets do not know of it.
 */
export const projectNodeSelector = (namespace: KubeObject | undefined): WrittenSelector | undefined => {
  const text = annotatedNodeSelector(namespace);
  return text === undefined ? undefined : readNodeSelector(text);
};

const requirementsOf = (text: string): ReturnType<typeof parseSelector> => {
  try {
    const requirements = parseSelector(text);
    return requirements.every(isInForm) ? requirements : [];
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return [];
    throw error;
  }
};

const isInForm = ({ key, values = [] }: ReturnType<typeof parseSelector>[number]): boolean =>
  [labelKey(key), ...values.map(labelValue)].every((problems) => problems.length === 0);

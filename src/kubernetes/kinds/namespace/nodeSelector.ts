import { parseEqualities } from '../../fields/labels';
import type { KubeObject, StringMap } from '../../object';

/** Kubernetes' own annotation for a namespace's node selector. It is looked at first. */
export const KUBERNETES_NODE_SELECTOR = 'scheduler.alpha.kubernetes.io/node-selector';
/** OpenShift's annotation for a project's node selector. Empty means every node. */
export const OPENSHIFT_NODE_SELECTOR = 'openshift.io/node-selector';

const NO_SELECTOR: StringMap = {};

/**
 * The node selector a namespace is annotated with: Kubernetes' annotation, else OpenShift's, even if empty.
 * @returns the text, or undefined if the namespace says nothing.
 */
export const annotatedNodeSelector = (namespace: KubeObject | undefined): string | undefined =>
  namespace?.metadata.annotations?.[KUBERNETES_NODE_SELECTOR] ??
  namespace?.metadata.annotations?.[OPENSHIFT_NODE_SELECTOR];

/** Reads the text of a project's node selector; a text that cannot be read selects like an empty one. */
export const readNodeSelector = (text: string): StringMap =>
  text === '' ? NO_SELECTOR : (parseEqualities(text) ?? NO_SELECTOR);

/**
 * The node selector of a namespace's project; undefined if the namespace is not annotated with one. The cluster-wide
 * default, which stands in for it when pods are admitted, is not looked at here: daemon sets do not know of it.
 */
export const projectNodeSelector = (namespace: KubeObject | undefined): StringMap | undefined => {
  const text = annotatedNodeSelector(namespace);
  return text === undefined ? undefined : readNodeSelector(text);
};

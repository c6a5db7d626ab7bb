import type { KubeObject } from '../../object';

/** Label of pods and revisions: the hash of the template that they were made from. */
export const REVISION_HASH = 'controller-revision-hash';
/** Label of pods: the set's template generation when they were made. */
export const POD_TEMPLATE_GENERATION = 'pod-template-generation';

/** The hash of the template that a pod or a revision was made from, as its label says. */
export const revisionHashOf = ({ metadata }: KubeObject): string | undefined =>
  metadata.labels?.[REVISION_HASH];

import { LeftOut } from '../../../port/leftOut';

/** The code in reports for examples that others would feel. */
export const ACTS_ON_ALL = 'acts-on-all';

/**
 * Leaves an example out that is about to write what acts on all pods of a cluster that it shares with others.
 * @param written an object, or a patch of one
 * @throws LeftOut
 * @see plugin/pkg/admission/priority/admission.go
 */
export const checkActsOnAll = (kind: string, written: unknown): void => {
  const { globalDefault } = (written ?? {}) as { readonly globalDefault?: unknown };
  if (kind === 'PriorityClass' && globalDefault === true)
    throw new LeftOut(
      ACTS_ON_ALL,
      'a priority class that is the default gives its priority to the pods of others, who use the cluster, too',
    );
};

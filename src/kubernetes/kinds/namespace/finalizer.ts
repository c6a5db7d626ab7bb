import { isTerminating } from '../../fields/meta';
import type { Namespace } from './namespace';

/** The finalizer that the namespace controller takes away once the namespace is empty. */
export const FINALIZER = 'kubernetes';

/** A namespace that is leaving, as it is once it is empty. */
export const withoutOwnFinalizer = (namespace: Namespace): Namespace => {
  const finalizers = namespace.spec?.finalizers ?? [];
  if (!isTerminating(namespace) || !finalizers.includes(FINALIZER)) return namespace;
  return {
    ...namespace,
    spec: { ...namespace.spec, finalizers: finalizers.filter((each) => each !== FINALIZER) },
  };
};

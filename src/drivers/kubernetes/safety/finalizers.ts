/** Whose finalizers they are: `example.com` of `example.com/evidence`. */
const domainOf = (finalizer: string): string => finalizer.split('/')[0] ?? '';

/** Nobody owns these domains, so nobody sees to their finalizers but the examples that put them there. */
const OF_EXAMPLES = /(^|\.)example\.(com|net|org)$|(^|\.)rollcall\.dev$/;

/** Parts of Kubernetes see to these, as long as they run. */
const OF_KUBERNETES = /^(foregroundDeletion|orphan|kubernetes)$|(^|\.)(kubernetes|k8s)\.io$/;

/**
 * Which finalizers are taken off an object of ours that is to go.
 * @param releases those that nobody is known to see to, too; what they guard may then be left behind
 */
export const finalizersToTake = (finalizers: readonly string[], releases: boolean): readonly string[] =>
  finalizers.filter((each) => {
    const domain = domainOf(each);
    return OF_EXAMPLES.test(domain) || (releases && !OF_KUBERNETES.test(domain));
  });

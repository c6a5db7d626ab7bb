import { deepEqual } from '../../../../kubernetes/fields/equality';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import type { KubeObject, StringMap } from '../../../../kubernetes/object';

/** Namespaces of the platform itself, whose pods are held against no constraint. */
const OF_THE_PLATFORM: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'kube-public',
  'openshift',
  'openshift-infra',
  'openshift-node',
]);

const RUN_LEVEL = 'openshift.io/run-level';

/**
 * Namespaces that must work before anything else does: by name, or by their label.
 * @see github.com/openshift/kubernetes openshift-kube-apiserver/admission/namespaceconditions NamespaceLabelConditions
 */
export const isOfPlatform = ({ metadata: { name, labels } }: KubeObject): boolean =>
  OF_THE_PLATFORM.has(name) || ['0', '1'].includes(labels?.[RUN_LEVEL] ?? '');

/** Annotations that may come and go without a pod being looked at anew. */
const IGNORED: ReadonlySet<string> = new Set(['k8s.ovn.org/pod-networks']);

const relevant = (annotations: StringMap = {}): StringMap =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => !IGNORED.has(key)));

/**
 * True of a change that does not concern constraints: of owners, finalizers and scheduling gates alone, or of a pod for
 * Windows.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccadmission shouldSkipSCCEvaluation
 */
export const isIrrelevantChange = (next: Pod, current: Pod): boolean => {
  const { annotations, ownerReferences, finalizers } = current.metadata;
  const { schedulingGates } = current.spec;
  return (
    deepEqual(relevant(next.metadata.annotations), relevant(annotations)) &&
    deepEqual(
      {
        ...next,
        metadata: { ...next.metadata, annotations, ownerReferences, finalizers },
        spec: { ...next.spec, schedulingGates },
      },
      current,
    )
  );
};

export const isForWindows = ({ spec }: Pod): boolean => spec.os?.name === 'windows';

import type { Container, Pod } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import { forbidden } from '../../../../kubernetes/refusals';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { asksNothing, policyIn, verdict } from './verdict';

const containersOf = ({ spec }: Pod): readonly Container[] => [
  ...spec.containers,
  ...(spec.initContainers ?? []),
  ...((spec.ephemeralContainers ?? []) as readonly Container[]),
];

/** Of a pod that is there, only other images, and more containers, are news. */
const isNews = (next: Pod, current: Pod): boolean => {
  const [after, before] = [containersOf(next), containersOf(current)];
  return after.length !== before.length || after.some(({ image }, index) => image !== before[index]?.image);
};

/**
 * Refuses pods that break the standard that their namespace enforces, and warns of those that break the one it warns
 * of.
 * @see staging/src/k8s.io/pod-security-admission/admission/admission.go ValidatePod, EvaluatePod
 */
export const holdPodsToStandard = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create', 'update'],
  phase: 'last',
  admit(pod, name, { warn }, current) {
    const policy = policyIn(store, pod.metadata.namespace);
    if (asksNothing(policy.enforce) && asksNothing(policy.warn)) return pod;
    if (current && !isNews(pod, current)) return pod;
    const subject = { spec: pod.spec, annotations: pod.metadata.annotations ?? {} };
    const why = verdict('violates', policy.enforce, subject);
    if (why !== undefined) throw forbidden(resources.pods, name, why);
    const warning = warn && verdict('would violate', policy.warn, subject);
    if (warning) warn?.(warning);
    return pod;
  },
});

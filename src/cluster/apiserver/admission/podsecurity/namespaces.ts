import { deepEqual } from '../../../../kubernetes/fields/equality';
import { controllerOf } from '../../../../kubernetes/fields/meta';
import type { Namespace } from '../../../../kubernetes/kinds/namespace/namespace';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import { isStricter, podSecurityOf } from '../../../../kubernetes/kinds/pod/standards/policy';
import {
  inShort,
  nameOf,
  type Standard,
  violationsOf,
} from '../../../../kubernetes/kinds/pod/standards/standards';
import { resources } from '../../../../kubernetes/kinds/resources';
import { invalid } from '../../../../kubernetes/refusals';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { asksNothing } from './verdict';

/** Of more pods than this the first are looked at, one of each controller before all others. */
const MOST_PODS = 3000;

const oneOfEachFirst = (pods: readonly Pod[]): readonly Pod[] => {
  const controllers = new Set<string>();
  const isFirst = pods.map((pod) => {
    const uid = controllerOf(pod)?.uid;
    const first = uid === undefined || !controllers.has(uid);
    if (uid !== undefined) controllers.add(uid);
    return first;
  });
  return [...pods.filter((_, index) => isFirst[index]), ...pods.filter((_, index) => !isFirst[index])];
};

/** `a: why`, `a (and 1 other pod): why` */
const lineOf = (names: readonly string[], why: string): string => {
  const [first, ...others] = [...names].sort();
  if (others.length === 0) return `${first}: ${why}`;
  return `${first} (and ${others.length} other ${others.length === 1 ? 'pod' : 'pods'}): ${why}`;
};

/** What is to be said of the pods that are there already. */
const warningsOf = (pods: readonly Pod[], namespace: string, standard: Standard): readonly string[] => {
  const checked = oneOfEachFirst(pods).slice(0, MOST_PODS);
  const byReason = new Map<string, string[]>();
  for (const { metadata, spec } of checked) {
    const violations = violationsOf(standard, { spec, annotations: metadata.annotations ?? {} });
    if (violations.length === 0) continue;
    const why = inShort(violations);
    byReason.set(why, [...(byReason.get(why) ?? []), metadata.name]);
  }
  return [
    ...(checked.length < pods.length
      ? [
          `new PodSecurity enforce level only checked against the first ${checked.length} of ${pods.length} existing pods`,
        ]
      : []),
    ...(byReason.size > 0
      ? [
          `existing pods in namespace "${namespace}" violate the new PodSecurity enforce level "${nameOf(standard)}"`,
        ]
      : []),
    ...[...byReason].map(([why, names]) => lineOf(names, why)).sort(),
  ];
};

/**
 * Refuses namespaces whose labels name no standard, and warns of the pods that break one that is new to them. The pods
 * stay.
 * @see staging/src/k8s.io/pod-security-admission/admission/admission.go ValidateNamespace
 */
export const checkStandardsOfNamespaces = ({ store }: AdmissionContext): AdmissionPlugin<Namespace> => ({
  kinds: [resources.namespaces],
  operations: ['create', 'update'],
  phase: 'last',
  admit(namespace, name, { warn }, current) {
    const next = podSecurityOf(namespace.metadata.labels);
    const last = current && podSecurityOf(current.metadata.labels);
    if (next.causes.length > 0 && !deepEqual(next.causes, last?.causes)) {
      throw invalid(resources.namespaces, name, next.causes);
    }
    if (!last || !warn) return namespace;
    const [enforced, before] = [next.policy.enforce, last.policy.enforce];
    const isLooser = enforced.version === before.version && !isStricter(enforced.level, before.level);
    if (asksNothing(enforced) || isLooser) return namespace;
    const pods = [...store.all<Pod>(resources.pods, name)];
    for (const warning of warningsOf(pods, name, enforced)) warn(warning);
    return namespace;
  },
});

import type { Subject } from '../../../../kubernetes/kinds/pod/standards/check';
import { type PodSecurityPolicy, podSecurityOf } from '../../../../kubernetes/kinds/pod/standards/policy';
import {
  inFull,
  nameOf,
  type Standard,
  violationsOf,
} from '../../../../kubernetes/kinds/pod/standards/standards';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../../kubernetes/object';
import type { Store } from '../../registry/store';

/** Namespaces keep their labels while thousands of pods come. */
const known = new WeakMap<StringMap, PodSecurityPolicy>();

/** What a namespace wants of its pods. */
export const policyIn = (store: Store, namespace: string | undefined): PodSecurityPolicy => {
  const labels = store.get(resources.namespaces, undefined, namespace ?? '')?.metadata.labels ?? {};
  let policy = known.get(labels);
  if (policy === undefined) {
    policy = podSecurityOf(labels).policy;
    known.set(labels, policy);
  }
  return policy;
};

export const asksNothing = ({ level }: Standard): boolean => level === 'privileged';

/** `violates PodSecurity "restricted:latest": …`; undefined if it meets the standard. @param verb how it does so */
export const verdict = (verb: string, standard: Standard, subject: Subject): string | undefined => {
  const violations = violationsOf(standard, subject);
  return violations.length === 0
    ? undefined
    : `${verb} PodSecurity "${nameOf(standard)}": ${inFull(violations)}`;
};

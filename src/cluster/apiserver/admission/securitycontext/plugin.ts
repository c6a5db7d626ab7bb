import type { Draft } from '../../../../kubernetes/fields/copies';
import { deepEqual } from '../../../../kubernetes/fields/equality';
import type { Pod, PodSpec } from '../../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { ObjectMeta, StringMap } from '../../../../kubernetes/object';
import { type FieldCause, forbidden } from '../../../../kubernetes/refusals';
import { type Caller, ofControlPlane } from '../../requests/caller';
import { type AdmissionContext, type AdmissionPlugin, calledNow } from '../plugin';
import { type Choice, choose, REQUIRED } from './choice';
import type { Fitted } from './holdAgainst';
import { Providers } from './providers';
import { UnusableConstraints } from './ranges';
import { isForWindows, isIrrelevantChange, isOfPlatform } from './skipped';

const always = (): boolean => true;

/** What Go prints where there is no error: constraints that fit, had they written into the pod, tell of none. */
const NONE = '<nil>';

/** All causes in one sentence, each of them once. */
const together = (causes: readonly FieldCause[]): string => {
  const sentences = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  if (sentences.length === 0) return NONE;
  return sentences.length === 1 ? (sentences[0] ?? '') : `[${sentences.join(', ')}]`;
};

const annotationsOf = ({ constraints, right, fitted }: Choice): StringMap => ({
  ...fitted.annotations,
  'openshift.io/scc': constraints.metadata.name,
  'security.openshift.io/validated-scc-subject-type': right,
});

/**
 * Holds pods against the security context constraints of OpenShift: a new pod is completed by the first that it fits,
 * or refused; a pod that is changed needs one that fits as it is.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/sccadmission constraint.Admit
 */
export const holdToConstraints = ({ store, settings }: AdmissionContext): AdmissionPlugin<Pod> => {
  const providers = new Providers(store);
  const isExempt = (pod: Pod): boolean => {
    const namespace = store.get(resources.namespaces, undefined, pod.metadata.namespace ?? '');
    return isForWindows(pod) || (namespace !== undefined && isOfPlatform(namespace));
  };

  /** @throws ApiError 403 if there is no constraint for this pod */
  const chosen = (pod: Pod, called: string, by: Caller, suits: (fitted: Fitted) => boolean): Choice => {
    const refuse = (why: string): Error => forbidden(resources.pods, called, why);
    try {
      const choice = choose(store, providers, pod, by, suits);
      if (!('causes' in choice)) return choice;
      throw refuse(`unable to validate against any security context constraint: ${together(choice.causes)}`);
    } catch (error) {
      throw error instanceof UnusableConstraints ? refuse(error.message) : error;
    }
  };

  const complete = (pod: Pod, called: string, by: Caller): Pod => {
    const choice = chosen(pod, called, by, always);
    const { securityContext, containers, initContainers } = choice.fitted.spec;
    const spec: Draft<PodSpec> = pod.spec;
    spec.securityContext = securityContext;
    spec.containers = containers;
    spec.initContainers = initContainers;
    (pod.metadata as Draft<ObjectMeta>).annotations = annotationsOf(choice);
    return pod;
  };

  const recheck = (next: Pod, current: Pod, called: string, by: Caller): Pod => {
    if (isIrrelevantChange(next, current)) return next;
    const { annotations = {} } = next.metadata;
    if (annotations[REQUIRED] !== current.metadata.annotations?.[REQUIRED]) {
      throw forbidden(
        resources.pods,
        called,
        `invalid change of required security context constraint annotation: ${REQUIRED}`,
      );
    }
    const { securityContext, containers, initContainers } = next.spec;
    const asItIs = { annotations, spec: { securityContext, containers, initContainers } };
    const choice = chosen(next, called, by, (fitted) =>
      deepEqual({ ...fitted, annotations: fitted.annotations ?? {} }, asItIs),
    );
    return { ...next, metadata: { ...next.metadata, annotations: annotationsOf(choice) } };
  };

  return {
    kinds: [resources.pods],
    operations: ['create', 'update'],
    phase: 'mutating',
    admit(pod, name, by = ofControlPlane, current = undefined) {
      if (!settings.securityContextConstraints || isExempt(pod)) return pod;
      const called = calledNow(pod, name);
      return current ? recheck(pod, current, called, by) : complete(pod, called, by);
    },
  };
};

import type { Draft } from '../../../kubernetes/fields/copies';
import type { Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { isMirrorPod } from '../../../kubernetes/kinds/pod/validation/annotations';
import { resources } from '../../../kubernetes/kinds/resources';
import { forbidden } from '../../../kubernetes/refusals';
import { accountProblem } from './accountProblem';
import { wrongWithMirror } from './mirrorPods';
import { unlistedSecret } from './mountableSecrets';
import { type AdmissionContext, type AdmissionPlugin, calledNow } from './plugin';

/**
 * Names the service account; every namespace has one called `default`, any other must exist. What the account has to
 * pull images with, pods have that say nothing of it.
 * @see plugin/pkg/admission/serviceaccount/admission.go Admit
 */
export const assignServiceAccount = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit(pod, name) {
    const refuse = (why: string): Error => forbidden(resources.pods, calledNow(pod, name), why);
    if (isMirrorPod(pod)) {
      const why = wrongWithMirror(pod);
      if (why !== undefined) throw refuse(why);
      return pod;
    }
    const spec: Draft<PodSpec> = pod.spec;
    const called = spec.serviceAccountName || 'default';
    const namespace = pod.metadata.namespace ?? '';
    const account = store.get(resources.serviceaccounts, namespace, called);
    if (called !== 'default' && !account) {
      throw refuse(`error looking up service account ${namespace}/${called}: ${accountProblem(called)}`);
    }
    spec.serviceAccountName = called;
    spec.serviceAccount = called;
    if (!account) return pod;
    const { imagePullSecrets = [] } = account;
    if (imagePullSecrets.length > 0 && (spec.imagePullSecrets ?? []).length === 0) {
      spec.imagePullSecrets = imagePullSecrets.map((secret) => ({ name: secret.name }));
    }
    const why = unlistedSecret(account, spec);
    if (why !== undefined) throw refuse(why);
    return pod;
  },
});

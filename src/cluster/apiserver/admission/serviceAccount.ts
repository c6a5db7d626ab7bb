import type { Draft } from '../../../kubernetes/fields/copies';
import type { Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { forbidden } from '../../../kubernetes/refusals';
import { accountProblem } from './accountProblem';
import { type AdmissionContext, type AdmissionPlugin, calledNow } from './plugin';

/** Names the service account; every namespace has one called `default`, any other must exist. */
export const assignServiceAccount = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit(pod, name) {
    const spec: Draft<PodSpec> = pod.spec;
    const account = spec.serviceAccountName || 'default';
    const namespace = pod.metadata.namespace ?? '';
    if (account !== 'default' && !store.get(resources.serviceaccounts, namespace, account)) {
      throw forbidden(
        resources.pods,
        calledNow(pod, name),
        `error looking up service account ${namespace}/${account}: ${accountProblem(account)}`,
      );
    }
    spec.serviceAccountName = account;
    spec.serviceAccount = account;
    return pod;
  },
});

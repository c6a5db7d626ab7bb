import type { KubeObject, Node, Pod } from '../../../kubernetes/objects';
import { resources } from '../../../kubernetes/resources';
import type { Admission, AdmissionStep } from './admission';
import { addDefaultTolerations } from './defaultTolerations';
import { taintNewNode } from './newNode';
import { resolvePriority } from './priority';
import { mergeProjectNodeSelector } from './projectNodeSelector';
import { checkQuota } from './resourceQuota';
import { assignServiceAccount, mountToken } from './serviceAccount';

export type { Admission } from './admission';
export { checkNamespace } from './namespaceLifecycle';

const podSteps: readonly AdmissionStep<Pod>[] = [
  mergeProjectNodeSelector,
  assignServiceAccount,
  resolvePriority,
  addDefaultTolerations,
];

/** Steps that may change a new object, in order, before it is validated. */
export const mutate = (admission: Admission): KubeObject => {
  if (admission.resource === resources.pods) {
    let current = admission as Admission<Pod>;
    for (const step of podSteps) {
      const object = step(current);
      if (object !== current.object) current = { ...current, object };
    }
    return current.object;
  }
  if (admission.resource === resources.nodes) return taintNewNode(admission as Admission<Node>);
  return admission.object;
};

/** Steps after validation: quota, and the token volume, which is always valid. */
export const finish = (admission: Admission): KubeObject => {
  if (admission.resource !== resources.pods) return admission.object;
  checkQuota(admission as Admission<Pod>);
  return mountToken(admission as Admission<Pod>);
};

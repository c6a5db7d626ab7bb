import type { Node } from '../../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../../../../kubernetes/object';
import type { AdmissionContext, PodAdmissionStep } from './admission';
import { addDefaultTolerations } from './defaultTolerations';
import { taintNewNode } from './newNode';
import { resolvePriority } from './priority';
import { mergeProjectNodeSelector } from './projectNodeSelector';
import { checkQuota } from './resourceQuota';
import { assignServiceAccount, mountToken } from './serviceAccount';

export type { AdmissionContext } from './admission';
export { checkNamespace } from './namespaceLifecycle';

const podSteps: readonly PodAdmissionStep[] = [
  mergeProjectNodeSelector,
  assignServiceAccount,
  resolvePriority,
  addDefaultTolerations,
];

/** What admission does to a new object before it is validated. `name` is empty until a generated name is final. */
export const mutate = (object: KubeObject, name: string, context: AdmissionContext): KubeObject => {
  if (object.kind === 'Node') return taintNewNode(object as Node);
  if (object.kind !== 'Pod') return object;
  const admission = { pod: object as Pod, name, context };
  for (const step of podSteps) step(admission.pod.spec, admission);
  return object;
};

/** What comes after validation: quota, and the token volume, which is always valid. */
export const finish = (object: KubeObject, name: string, context: AdmissionContext): KubeObject => {
  if (object.kind !== 'Pod') return object;
  const admission = { pod: object as Pod, name, context };
  checkQuota(admission);
  mountToken(admission.pod.spec, admission);
  return object;
};

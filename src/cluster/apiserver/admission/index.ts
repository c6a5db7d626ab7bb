import type { KubeObject, Node, Pod } from '../../../kubernetes/objects';
import type { AdmissionContext, PodAdmission, PodAdmissionStep } from './admission';
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

const run = (steps: readonly PodAdmissionStep[], admission: PodAdmission): Pod => {
  const { pod } = admission;
  for (const step of steps) step(pod.spec, admission);
  return pod;
};

/** What admission does to a new object before it is validated. `name` is empty until a generated name is final. */
export const mutate = (object: KubeObject, name: string, context: AdmissionContext): KubeObject => {
  if (object.kind === 'Pod') return run(podSteps, { pod: object as Pod, name, context });
  return object.kind === 'Node' ? taintNewNode(object as Node) : object;
};

/** What comes after validation: quota, and the token volume, which is always valid. */
export const finish = (object: KubeObject, name: string, context: AdmissionContext): KubeObject => {
  if (object.kind !== 'Pod') return object;
  const admission = { pod: object as Pod, name, context };
  checkQuota(admission);
  return run([mountToken], admission);
};

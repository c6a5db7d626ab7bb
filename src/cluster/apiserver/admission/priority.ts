import type { Draft } from '../../../kubernetes/fields/copies';
import type { Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import type { PriorityClass } from '../../../kubernetes/kinds/priorityclass/priorityClass';
import { resources } from '../../../kubernetes/kinds/resources';
import { forbidden } from '../../../kubernetes/refusals';
import type { Store } from '../registry/store';
import { type AdmissionContext, type AdmissionPlugin, calledNow } from './plugin';

const globalDefault = (store: Store): PriorityClass | undefined => {
  for (const each of store.all(resources.priorityclasses)) {
    if ((each as PriorityClass).globalDefault) return each as PriorityClass;
  }
  return undefined;
};

/** Turns the name of a priority class into a number; a pod that names none gets the global default, or 0. */
export const resolvePriority = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit(pod, name) {
    const spec: Draft<PodSpec> = pod.spec;
    const wanted = spec.priorityClassName;
    const found = wanted
      ? (store.get(resources.priorityclasses, undefined, wanted) as PriorityClass | undefined)
      : globalDefault(store);
    if (wanted && !found) {
      throw forbidden(resources.pods, calledNow(pod, name), `no PriorityClass with name ${wanted} was found`);
    }
    const priority = found?.value ?? 0;
    if (spec.priority !== undefined && spec.priority !== priority) {
      throw forbidden(
        resources.pods,
        calledNow(pod, name),
        `the integer value of priority (${spec.priority}) must not be provided in pod spec; priority admission controller computed ${priority} from the given PriorityClass name`,
      );
    }
    spec.priority = priority;
    spec.preemptionPolicy ??= found?.preemptionPolicy ?? 'PreemptLowerPriority';
    if (found) spec.priorityClassName = found.metadata.name;
    return pod;
  },
});

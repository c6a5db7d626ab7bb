import type { Pod, PriorityClass } from '../../../kubernetes/objects';
import { resources } from '../../../kubernetes/resources';
import { forbidden } from '../../../kubernetes/status';
import type { AdmissionStep } from './admission';

/** Turns the name of a priority class into a number; a pod that names none gets the global default, or 0. */
export const resolvePriority: AdmissionStep<Pod> = ({ object: pod, store, name }) => {
  const wanted = pod.spec.priorityClassName;
  const classes = store.all(resources.priorityclasses) as ReadonlyMap<string, PriorityClass>;
  const found = wanted ? classes.get(wanted) : [...classes.values()].find((each) => each.globalDefault);
  if (wanted && !found) {
    throw forbidden(resources.pods, name, `no PriorityClass with name ${wanted} was found`);
  }
  const priority = found?.value ?? 0;
  if (pod.spec.priority !== undefined && pod.spec.priority !== priority) {
    throw forbidden(
      resources.pods,
      name,
      `the integer value of priority (${pod.spec.priority}) must not be provided in pod spec; priority admission controller computed ${priority} from the given PriorityClass name`,
    );
  }
  const spec = {
    ...pod.spec,
    priority,
    preemptionPolicy: pod.spec.preemptionPolicy ?? found?.preemptionPolicy ?? 'PreemptLowerPriority',
  };
  return { ...pod, spec: found && !wanted ? { ...spec, priorityClassName: found.metadata.name } : spec };
};

import { amountsOf, type Quantities } from '../../../kubernetes/fields/amounts';
import type { Draft } from '../../../kubernetes/fields/copies';
import { mergeTolerations } from '../../../kubernetes/fields/tolerations';
import type { Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { RuntimeClass } from '../../../kubernetes/kinds/runtimeclass/runtimeClass';
import type { StringMap } from '../../../kubernetes/object';
import { forbidden } from '../../../kubernetes/refusals';
import type { Store } from '../registry/store';
import { type AdmissionContext, type AdmissionPlugin, calledNow } from './plugin';

const MISMATCH = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";

/** The class that a pod names. @throws ApiError if there is no such class */
const classOf = (store: Store, { spec }: Pod, called: string): RuntimeClass | undefined => {
  const { runtimeClassName: name } = spec;
  if (name === undefined) return undefined;
  const found = store.get(resources.runtimeclasses, undefined, name);
  if (found) return found;
  throw forbidden(resources.pods, called, `pod rejected: RuntimeClass "${name}" not found`);
};

const isSame = (one: Quantities | undefined, other: Quantities | undefined): boolean => {
  const [a, b] = [amountsOf(one), amountsOf(other)];
  return a.size === b.size && [...a].every(([name, { nano }]) => b.get(name)?.nano === nano);
};

const overheadOf = (runtimeClass: RuntimeClass): Quantities | undefined =>
  runtimeClass.overhead?.podFixed as Quantities | undefined;

/** What a class says of nodes, beside what the pod says. @throws ApiError if they contradict each other */
const selectorFor = (spec: PodSpec, ofClass: StringMap, called: string): StringMap => {
  const own = (spec.nodeSelector ?? {}) as StringMap;
  for (const key of Object.keys(ofClass).sort()) {
    if (own[key] === undefined || own[key] === ofClass[key]) continue;
    throw forbidden(
      resources.pods,
      called,
      `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${ofClass[key]}; pod.spec.nodeSelector[${key}] = ${own[key]}`,
    );
  }
  return { ...own, ...ofClass };
};

/**
 * Writes into a pod what its runtime class costs and where it is to be had. A daemon set knows nothing of it: it goes by
 * its template.
 * @see plugin/pkg/admission/runtimeclass/admission.go Admit
 */
export const applyRuntimeClass = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit(pod, name) {
    if (pod.spec.runtimeClassName === undefined) return pod;
    const called = calledNow(pod, name);
    const found = classOf(store, pod, called);
    const spec: Draft<PodSpec> = pod.spec;
    if (found?.overhead) {
      const own = spec.overhead as Quantities | undefined;
      if (Object.keys(own ?? {}).length > 0 && !isSame(own, overheadOf(found))) {
        throw forbidden(resources.pods, called, MISMATCH);
      }
      spec.overhead = overheadOf(found);
    }
    if (found?.scheduling) {
      const { nodeSelector, tolerations } = found.scheduling;
      if (nodeSelector) spec.nodeSelector = selectorFor(spec, nodeSelector as StringMap, called);
      spec.tolerations = mergeTolerations(spec.tolerations ?? [], tolerations ?? []);
    }
    return pod;
  },
});

/**
 * Refuses what a pod says of such costs if its class does not say the same.
 * @see plugin/pkg/admission/runtimeclass/admission.go Validate
 */
export const checkOverhead = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'last',
  admit(pod, name) {
    const { overhead, runtimeClassName } = pod.spec;
    if (overhead === undefined && runtimeClassName === undefined) return pod;
    const found = classOf(store, pod, name);
    if (found?.overhead) {
      if (!isSame(overhead as Quantities | undefined, overheadOf(found))) {
        throw forbidden(resources.pods, name, MISMATCH);
      }
    } else if (overhead !== undefined) {
      const why = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead';
      throw forbidden(resources.pods, name, why);
    }
    return pod;
  },
});

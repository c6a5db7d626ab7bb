import { type Amounts, addTo, amountsOf, plus, type Quantities, raiseTo } from '../../fields/amounts';
import type { ExactQuantity } from '../../fields/exactQuantity';
import { isHugePages } from '../../fields/validation/resources';
import type { Container, PodSpec } from './pod';

type List = 'requests' | 'limits';

const ofContainer = ({ resources }: Container, list: List): Amounts =>
  amountsOf(resources?.[list] as Quantities | undefined);

/** Its container runs as long as the pod does. */
export const isSidecar = ({ restartPolicy }: Pick<Container, 'restartPolicy'>): boolean =>
  restartPolicy === 'Always';

/**
 * What containers come to: all that run side by side, or what it takes to start one of the others, with the sidecars
 * that run by then, where that is more.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go AggregateContainerRequests, AggregateContainerLimits
 */
export const ofContainers = (spec: PodSpec, list: List): Map<string, ExactQuantity> => {
  const sum = new Map<string, ExactQuantity>();
  for (const container of spec.containers) addTo(sum, ofContainer(container, list));
  const sidecars = new Map<string, ExactQuantity>();
  const starting = new Map<string, ExactQuantity>();
  for (const container of spec.initContainers ?? []) {
    const own = ofContainer(container, list);
    if (isSidecar(container)) {
      addTo(sum, own);
      addTo(sidecars, own);
    } else {
      const together = new Map(own);
      addTo(together, sidecars);
      raiseTo(starting, together);
    }
  }
  raiseTo(sum, starting);
  return sum;
};

/** A pod may say for itself what it asks for of these, whatever its containers say. */
export const isOfPods = (name: string): boolean => name === 'cpu' || name === 'memory' || isHugePages(name);

/** What a pod says of itself as a whole, beside its containers. */
const ofPod = ({ resources }: PodSpec, list: List): Amounts =>
  new Map([...amountsOf(resources?.[list] as Quantities | undefined)].filter(([name]) => isOfPods(name)));

/** True if a pod says as a whole how much it takes. */
export const saysAsAWhole = (spec: PodSpec): boolean =>
  ofPod(spec, 'requests').size + ofPod(spec, 'limits').size > 0;

/**
 * What a pod asks for, or may take at most, without what running it costs beside.
 * @see plugin/pkg/admission/limitranger/admission.go podRequests, podLimits
 */
export const withoutOverhead = (spec: PodSpec, list: List): Amounts =>
  new Map([...ofContainers(spec, list), ...ofPod(spec, list)]);

/**
 * What a pod asks for with all that it costs.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests
 */
export const requestedBy = (spec: PodSpec): Amounts => {
  const requests = new Map(withoutOverhead(spec, 'requests'));
  addTo(requests, amountsOf(spec.overhead as Quantities | undefined));
  return requests;
};

/**
 * What a pod may take at most, with what it costs beside, where there is a limit at all.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go PodLimits
 */
export const limitOf = (spec: PodSpec): Amounts => {
  const limits = new Map(withoutOverhead(spec, 'limits'));
  for (const [name, amount] of amountsOf(spec.overhead as Quantities | undefined)) {
    const limit = limits.get(name);
    if (limit !== undefined && limit.nano !== 0n) limits.set(name, plus(limit, amount));
  }
  return limits;
};

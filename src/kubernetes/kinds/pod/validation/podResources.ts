import { canonicalQuantity, type ExactQuantity, exactly, writeQuantity } from '../../../fields/exactQuantity';
import { forbidden, invalid, notSupported } from '../../../fields/validation/causes';
import { isHugePages, resourceName, validateRequirements } from '../../../fields/validation/resources';
import type { FieldCause } from '../../../refusals';
import type { Container, PodSpec } from '../pod';

type Amounts = ReadonlyMap<string, ExactQuantity>;
type List = 'requests' | 'limits';

const SUPPORTED = ['cpu', 'hugepages-', 'memory'];

const podResourceName = (name: string, field: string): FieldCause[] => {
  const causes = resourceName(name, field);
  if (causes.length > 0 || name === 'cpu' || name === 'memory' || isHugePages(name)) return causes;
  return [notSupported(field, name, SUPPORTED)];
};

const quantities = (container: Container, list: List): readonly (readonly [name: string, text: string])[] =>
  Object.entries(container.resources?.[list] ?? {});

const plus = (a: ExactQuantity | undefined, b: ExactQuantity): ExactQuantity =>
  a === undefined || a.nano === 0n ? b : { ...a, nano: a.nano + b.nano };

const sum = (containers: readonly Container[], list: List, start: Amounts = new Map()): Amounts => {
  const total = new Map(start);
  for (const container of containers) {
    for (const [name, text] of quantities(container, list))
      total.set(name, plus(total.get(name), exactly(text)));
  }
  return total;
};

const largest = (a: Amounts, b: Amounts): Amounts => {
  const most = new Map(a);
  for (const [name, amount] of b) {
    if (amount.nano > (most.get(name)?.nano ?? -1n)) most.set(name, amount);
  }
  return most;
};

/** What the containers of a pod take at one time: those that stay together, or one that runs first and its sidecars. */
const together = ({ containers = [], initContainers = [] }: Partial<PodSpec>, list: List): Amounts => {
  let sidecars: Amounts = new Map();
  let first: Amounts = new Map();
  for (const container of initContainers) {
    const running = sum([container], list, sidecars);
    if (container.restartPolicy === 'Always') sidecars = running;
    first = largest(first, running);
  }
  return largest(sum(containers, list, sidecars), first);
};

/** What the pod asks for must do for its containers; no container may take more than the pod. */
const validateConsistency = (spec: PodSpec, field: string): FieldCause[] => {
  const ofPod = (list: List) => spec.resources?.[list] ?? {};
  const [requests, limits] = [ofPod('requests'), ofPod('limits')];
  const tooLittle = (
    list: List,
    given: Readonly<Record<string, string>>,
    counts: (name: string) => boolean,
  ) =>
    [...together(spec, list)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, needed]) => {
        const amount = given[name];
        if (amount === undefined || !counts(name) || needed.nano <= exactly(amount).nano) return [];
        const why = `must be greater than or equal to aggregate container ${list} of ${writeQuantity(needed)}`;
        return [invalid(`${field}.${list}[${name}]`, canonicalQuantity(amount), why)];
      });
  const tooMuch = (spec.containers ?? []).flatMap((container, index) =>
    [...quantities(container, 'limits')]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, text]) => {
        const most = limits[name];
        if (most === undefined || exactly(text).nano <= exactly(most).nano) return [];
        const why = `must be less than or equal to pod limits of ${canonicalQuantity(most)}`;
        return [invalid(`${field}.containers[${index}][${name}].limits`, canonicalQuantity(text), why)];
      }),
  );
  return [
    ...tooLittle('requests', requests, () => true),
    ...tooLittle('limits', limits, isHugePages),
    ...tooMuch,
  ];
};

/**
 * What a pod asks for as a whole.
 * @see k8s.io/kubernetes/pkg/apis/core/validation validatePodResources
 */
export const validatePodResources = (
  spec: PodSpec,
  podClaims: readonly string[],
  field: string,
): FieldCause[] => {
  if (spec.resources === undefined) return [];
  if (spec.os?.name === 'windows') return [forbidden(field, 'may not be set for a windows pod')];
  return [
    ...((spec.resources.claims?.length ?? 0) > 0
      ? [forbidden(`${field}.claims`, 'claims may not be set for Resources at pod-level')]
      : []),
    ...validateRequirements(spec.resources, podResourceName, podClaims, field),
    ...validateConsistency(spec, field),
  ];
};

import { parseQuantity, toMilli } from '../../fields/quantity';
import { isHugePages } from '../../fields/validation/resources';
import type { Container, PodSpec } from './pod';

/** Amounts by resource: of cpu in thousandths, of everything else in whole units. */
export type Amounts = ReadonlyMap<string, number>;

type Quantities = Readonly<Record<string, string>>;

/** Keeps what is counted in binary from being rounded up because of how numbers are kept. */
const NEARLY = 1e-9;

/** An amount of a resource in the unit that it is counted in: cpu in thousandths, all else in whole units, rounded up. */
export const amountOf = (resource: string, quantity: string | number): number =>
  resource === 'cpu' ? toMilli(quantity) : Math.ceil(parseQuantity(quantity) - NEARLY);

const plus = (sum: Map<string, number>, more: Iterable<readonly [string, number]>): void => {
  for (const [resource, amount] of more) sum.set(resource, (sum.get(resource) ?? 0) + amount);
};

const atLeast = (sum: Map<string, number>, least: Iterable<readonly [string, number]>): void => {
  for (const [resource, amount] of least) sum.set(resource, Math.max(sum.get(resource) ?? 0, amount));
};

const written = (list: Quantities | undefined): (readonly [string, number])[] =>
  Object.entries(list ?? {}).map(([resource, quantity]) => [resource, amountOf(resource, quantity)]);

/** Its container runs as long as the pod does. */
export const isSidecar = ({ restartPolicy }: Pick<Container, 'restartPolicy'>): boolean =>
  restartPolicy === 'Always';

/**
 * What the containers of a pod ask for together, or may use at most: containers and sidecars run side by side, and each
 * other init container beside the sidecars before it. Of these sums the largest is what it takes, resource by resource.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go AggregateContainerRequests, AggregateContainerLimits
 */
export const ofContainers = (
  { containers, initContainers = [] }: PodSpec,
  list: 'requests' | 'limits',
): Map<string, number> => {
  const sum = new Map<string, number>();
  const read = ({ resources }: Container) => written(resources?.[list] as Quantities | undefined);
  for (const container of containers) plus(sum, read(container));
  if (initContainers.length === 0) return sum;
  const sidecars = new Map<string, number>();
  const starting = new Map<string, number>();
  for (const container of initContainers) {
    const own = read(container);
    if (isSidecar(container)) {
      plus(sum, own);
      plus(sidecars, own);
      atLeast(starting, sidecars);
      continue;
    }
    const meanwhile = new Map(sidecars);
    plus(meanwhile, own);
    atLeast(starting, meanwhile);
  }
  atLeast(sum, starting);
  return sum;
};

/** A pod may say for itself what it asks for of these, whatever its containers say. */
export const isPodLevel = (resource: string): boolean =>
  resource === 'cpu' || resource === 'memory' || isHugePages(resource);

/** The pod says something for itself that counts. */
export const hasPodLevel = ({ resources }: Pick<PodSpec, 'resources'>): boolean =>
  [resources?.requests, resources?.limits].some((list) => Object.keys(list ?? {}).some(isPodLevel));

/**
 * What a pod asks for, or may use at most: what it says for itself stands for what its containers say, and what its
 * runtime costs comes on top.
 * @see staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests, PodLimits
 */
export const ofPod = (spec: PodSpec, list: 'requests' | 'limits'): Map<string, number> => {
  const sum = ofContainers(spec, list);
  for (const [resource, amount] of written(spec.resources?.[list] as Quantities | undefined))
    if (isPodLevel(resource)) sum.set(resource, amount);
  const overhead = written(spec.overhead as Quantities | undefined);
  plus(sum, list === 'requests' ? overhead : overhead.filter(([resource]) => (sum.get(resource) ?? 0) > 0));
  return sum;
};

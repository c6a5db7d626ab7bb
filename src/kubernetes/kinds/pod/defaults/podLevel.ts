import { exactly, writeQuantity } from '../../../fields/exactQuantity';
import { isHugePages, mayOvercommit } from '../../../fields/validation/resources';
import type { PodSpec, ResourceRequirements } from '../pod';
import { isPodLevel, ofContainers } from '../sums';

/** In the unit that amounts are counted in, and in the form that people use for the resource. */
const written = (resource: string, amount: number): string =>
  writeQuantity(
    resource === 'cpu'
      ? exactly(`${amount}m`)
      : { ...exactly(String(amount)), format: exactly('1Ki').format },
  );

const isEmpty = (list: object | undefined): boolean => Object.keys(list ?? {}).length === 0;

/**
 * A pod that says in part what it asks for as a whole has the rest filled in: most it may use of huge pages from its
 * containers; what it asks for from its containers, or else from the most that it may use.
 * @see pkg/apis/core/v1/defaults.go defaultHugePagePodLimits, defaultPodRequests
 */
export const defaultPodLevel = (spec: PodSpec): ResourceRequirements | undefined => {
  const { resources } = spec;
  if (!resources || (isEmpty(resources.limits) && isEmpty(resources.requests))) return resources;
  const limits: Record<string, string> = { ...resources.limits };
  for (const [resource, amount] of ofContainers(spec, 'limits'))
    if (isHugePages(resource)) limits[resource] ??= written(resource, amount);
  if (isEmpty(limits)) return resources;
  const requests: Record<string, string> = { ...resources.requests };
  for (const [resource, amount] of ofContainers(spec, 'requests'))
    if (isPodLevel(resource) && mayOvercommit(resource)) requests[resource] ??= written(resource, amount);
  for (const [resource, limit] of Object.entries(limits))
    if (isPodLevel(resource)) requests[resource] ??= limit;
  return { ...resources, limits, ...(isEmpty(requests) ? {} : { requests }) };
};

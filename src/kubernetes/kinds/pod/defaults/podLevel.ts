import { writeQuantity } from '../../../fields/exactQuantity';
import { isHugePages, mayOvercommit } from '../../../fields/validation/resources';
import { isOfPods, ofContainers } from '../amounts';
import type { PodSpec, ResourceRequirements } from '../pod';

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
    if (isHugePages(resource)) limits[resource] ??= writeQuantity(amount);
  if (isEmpty(limits)) return resources;
  const requests: Record<string, string> = { ...resources.requests };
  for (const [resource, amount] of ofContainers(spec, 'requests'))
    if (isOfPods(resource) && mayOvercommit(resource)) requests[resource] ??= writeQuantity(amount);
  for (const [resource, limit] of Object.entries(limits))
    if (isOfPods(resource)) requests[resource] ??= limit;
  return { ...resources, limits, ...(isEmpty(requests) ? {} : { requests }) };
};

import { resources } from '../../src/kubernetes/kinds/resources';
import type { ResourceType } from '../../src/kubernetes/resourceType';
import type { Scenario } from '../world';
import type { PodWishes } from './builders';
import { nearestOf } from './nearest';

/**
 * Checks a name that is looked up in the cluster itself: of what was there before the example, such as the stock roles.
 * @throws if there is none of this name, with the nearest there are
 */
export const checkExists = async (
  { cluster }: Scenario,
  resource: ResourceType,
  noun: string,
  name: string,
): Promise<void> => {
  const { items } = await cluster.api.list({ resource });
  const names = items.map(({ metadata }) => metadata.name);
  if (!names.includes(name)) throw new Error(`There is no ${noun} "${name}". ${nearestOf(name, names)}`);
};

/** @throws if a pod spec asks for a priority class that does not exist: its pods would never be created */
export const checkPriorityClass = async (
  scenario: Scenario,
  { spec: { priorityClassName } = {} }: PodWishes,
): Promise<void> => {
  if (priorityClassName !== undefined)
    await checkExists(scenario, resources.priorityclasses, 'priority class', priorityClassName);
};

import { resources } from '../../src/kubernetes/kinds/resources';
import { refOf, type Scenario } from '../world';
import { imageOf } from './builders';

/** Gives the daemon set the image of another version, and does not wait for what follows. */
export const updateTo = async (scenario: Scenario, name: string, version: string): Promise<void> => {
  const containers = [{ name, image: imageOf(name, version) }];
  const patch = { spec: { template: { spec: { containers } } } };
  await scenario.cluster.api.patch(refOf(resources.daemonsets, scenario.daemonSet(name)), patch, 'strategic');
};

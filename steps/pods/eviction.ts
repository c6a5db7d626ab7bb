import { When } from '../language/define';
import { attempt } from '../support/attempt';
import { daemonPodOn } from '../support/daemonPods';
import type { Scenario } from '../world';

// To evict is to ask: disruption budgets may refuse. To delete is not.

const evict = (scenario: Scenario, set: string, node: string): Promise<void> => {
  const { namespace = '', name } = daemonPodOn(scenario, set, node).metadata;
  return scenario.change(({ api }) => api.evict({ namespace, name }));
};

When(
  'the pod of {string} on {string} is evicted',
  async function (this: Scenario, set: string, node: string) {
    await evict(this, set, node);
  },
);

When(
  'I try to evict the pod of {string} on {string}',
  async function (this: Scenario, set: string, node: string) {
    await attempt(this, `evict the pod of "${set}" on "${node}"`, () => evict(this, set, node));
  },
);

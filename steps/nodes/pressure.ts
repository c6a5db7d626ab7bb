import type { Pressure } from '../../src/port/world';
import { Given, When } from '../language/define';
import { nodeRef, type Scenario } from '../world';

// What machines run short of. Their kubelets report it, refuse pods for it, and evict those that run.

When(
  '(at once )node {string} comes under {pressure} pressure',
  async function (this: Scenario, name: string, what: Pressure) {
    this.names.present('Node', name);
    await this.change(({ world }) => world.setPressure(name, what, true));
  },
);

// Its kubelet goes on reporting it for five minutes more.
When(
  '(at once )node {string} is no longer under {pressure} pressure',
  async function (this: Scenario, name: string, what: Pressure) {
    this.names.present('Node', name);
    await this.change(({ world }) => world.setPressure(name, what, false));
  },
);

/** What a kubelet reports, though nothing is so short at the moment that a pod would have to go. */
const pressures: Readonly<Record<string, Pressure>> = {
  'disk pressure': 'disk',
  'memory pressure': 'memory',
  'PID pressure': 'PID',
};

const MISSING_NETWORK = 'a missing network';

// Pods that run may stay. New ones are refused, but where only memory is short.
Given(
  '(at once )node {string} reports {string}',
  async function (this: Scenario, name: string, trouble: string) {
    const ref = nodeRef(this, name);
    const what = pressures[trouble];
    if (what) {
      await this.change(({ world }) => world.setPressure(name, what, true, false));
      return;
    }
    if (trouble !== MISSING_NETWORK)
      throw new Error(
        `Unknown: "${trouble}". Known: ${[...Object.keys(pressures), MISSING_NETWORK].join(', ')}.`,
      );
    // Nobody's kubelet says so, but who sets networks up.
    const condition = { type: 'NetworkUnavailable', status: 'True', reason: 'Reported', message: trouble };
    await this.change(({ api }) =>
      api.patch(ref, { status: { conditions: [condition] } }, 'strategic', { subresource: 'status' }),
    );
  },
);

// Its kubelet is given half a minute to stop the pods. Then the node is silent, until it reports again.
When('(at once )node {string} shuts down', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  this.silent.add(name);
  await this.change(({ world }) => world.shutDownNode(name));
});

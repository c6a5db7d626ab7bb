import type { ProbeKind } from '../src/port/world';
import { Given, When } from './language/define';
import type { Scenario } from './world';

// How the programs of a version behave. Durations are milliseconds; the world counts in seconds. What ends is a program, in
// its container: its pod stays.

Given(
  'version {string} of {string} can never be pulled',
  async function (this: Scenario, version: string, name: string) {
    await this.behaves(name, version, { pullable: false });
  },
);

// Its pods get it when their kubelets try the next time.
When(
  '(at once )version {string} of {string} can be pulled after all',
  async function (this: Scenario, version: string, name: string) {
    await this.behaves(name, version, { pullable: true });
    await this.rest();
  },
);

Given(
  'version {string} of {string} never becomes ready',
  async function (this: Scenario, version: string, name: string) {
    await this.behaves(name, version, { ready: false });
  },
);

Given(
  'version {string} of {string} takes {duration} to start',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await this.behaves(name, version, { startSeconds: duration / 1000 });
  },
);

Given(
  'version {string} of {string} takes {duration} to stop',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await this.behaves(name, version, { stopSeconds: duration / 1000 });
  },
);

Given(
  'version {string} of {string} fails {duration} after its start',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await this.behaves(name, version, { exits: { afterSeconds: duration / 1000, code: 1 } });
  },
);

Given(
  'version {string} of {string} exits with code {int} {duration} after its start',
  async function (this: Scenario, version: string, name: string, code: number, duration: number) {
    await this.behaves(name, version, { exits: { afterSeconds: duration / 1000, code } });
  },
);

// Of the probes that its container has. One that it has not is not asked.
Given(
  'the {probe} probe of version {string} of {string} always fails',
  async function (this: Scenario, probe: ProbeKind, version: string, name: string) {
    await this.behaves(name, version, { probes: { [probe]: { failsAfterSeconds: 0 } } });
  },
);

Given(
  'the {probe} probe of version {string} of {string} fails from {duration} after its start on',
  async function (this: Scenario, probe: ProbeKind, version: string, name: string, duration: number) {
    await this.behaves(name, version, { probes: { [probe]: { failsAfterSeconds: duration / 1000 } } });
  },
);

Given(
  'the {probe} probe of version {string} of {string} succeeds from {duration} after its start on',
  async function (this: Scenario, probe: ProbeKind, version: string, name: string, duration: number) {
    await this.behaves(name, version, { probes: { [probe]: { passesAfterSeconds: duration / 1000 } } });
  },
);

Given(
  'version {string} of {string} ends without an error {duration} after its start',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await this.behaves(name, version, { exits: { afterSeconds: duration / 1000, code: 0 } });
  },
);

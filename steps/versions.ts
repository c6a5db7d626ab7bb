import { Given } from '@cucumber/cucumber';
import type { Scenario } from './world';

// How the programs of a version behave. Durations are milliseconds; the world counts in seconds.

Given(
  'version {string} of {string} can never be pulled',
  async function (this: Scenario, version: string, name: string) {
    await this.behaves(name, version, { pullable: false });
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
    await this.behaves(name, version, { ends: { afterSeconds: duration / 1000, phase: 'Failed' } });
  },
);

Given(
  'version {string} of {string} ends without an error {duration} after its start',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await this.behaves(name, version, { ends: { afterSeconds: duration / 1000, phase: 'Succeeded' } });
  },
);

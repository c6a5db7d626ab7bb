import { Given } from '@cucumber/cucumber';
import type { ImageBehaviour } from '../src/port/world';
import { imageOf } from './support/builders';
import type { Scenario } from './world';

// How the programs of a version behave. Durations are milliseconds; the world counts in seconds.

const behaves = (
  scenario: Scenario,
  program: string,
  version: string,
  behaviour: ImageBehaviour,
): Promise<void> => scenario.cluster.world.imageBehaves(imageOf(program, version), behaviour);

Given(
  'version {string} of {string} can never be pulled',
  async function (this: Scenario, version: string, name: string) {
    await this.cluster.world.imageBehaves(imageOf(name, version), { pullable: false });
  },
);

Given(
  'version {string} of {string} never becomes ready',
  async function (this: Scenario, version: string, name: string) {
    await behaves(this, name, version, { ready: false });
  },
);

Given(
  'version {string} of {string} takes {duration} to start',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await behaves(this, name, version, { startSeconds: duration / 1000 });
  },
);

Given(
  'version {string} of {string} takes {duration} to stop',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await behaves(this, name, version, { stopSeconds: duration / 1000 });
  },
);

Given(
  'version {string} of {string} fails {duration} after its start',
  async function (this: Scenario, version: string, name: string, duration: number) {
    await behaves(this, name, version, { ends: { afterSeconds: duration / 1000, phase: 'Failed' } });
  },
);

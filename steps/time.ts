import { When } from './language/define';
import type { Scenario } from './world';

When('{duration} pass(es)', async function (this: Scenario, duration: number) {
  await this.pass(duration);
});

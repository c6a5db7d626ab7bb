import { deepEqual } from '../../src/kubernetes/fields/equality';
import type { DaemonSet } from '../../src/kubernetes/kinds/daemonset/daemonSet';
import { statesOf } from '../../src/timeline/objects';
import { Then } from '../language/define';
import { TEXT } from '../support/below';
import { fail, failForGood } from '../support/expectations';
import { expectToContain, inYaml } from '../support/shape';
import type { Scenario } from '../world';

Then('the daemon set {string} contains:', TEXT, function (this: Scenario, name: string, shown: string) {
  expectToContain(
    `Daemon set "${name}" differs from what is shown.`,
    shown,
    this.daemonSet(name),
    this.cluster.timeline.changes(),
  );
});

// Over the whole example: no state the set ever went through may show another template.
Then('the template of {string} was never changed', function (this: Scenario, name: string) {
  const states = statesOf(this.cluster.timeline.changes(), this.names.meant('DaemonSet', name));
  const [first, ...later] = (states as readonly DaemonSet[]).map(({ spec }) => spec.template);
  if (!first) fail(`There never was a daemon set "${name}", only a try.`, 'a daemon set', '(none)');
  const other = later.find((template) => !deepEqual(template, first));
  if (other) failForGood(`The template of "${name}" changed.`, inYaml(first), inYaml(other));
});

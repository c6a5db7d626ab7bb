import type { DaemonSet } from '../src/kubernetes/kinds/daemonset/daemonSet';
import { resources } from '../src/kubernetes/kinds/resources';
import type { Manifest, StringMap } from '../src/kubernetes/object';
import type { ResourceType } from '../src/kubernetes/resourceType';
import { When } from './language/define';
import { attempt } from './support/attempt';
import { buildDaemonSet } from './support/builders';
import { checkField, withField } from './support/fields';
import { readYaml } from './support/shape';
import { refOf, type Scenario } from './world';

// Requests that people make of the API itself: by programs, or by way of a file.

When(
  '(at once )all {collection} labelled {labels} are deleted in one request',
  async function (this: Scenario, resource: ResourceType, labels: StringMap) {
    const namespace = await this.project();
    const labelSelector = Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(',');
    const { items } = await this.cluster.api.list({ resource, namespace, labelSelector });
    if (items.length === 0)
      throw new Error(`Nothing is labelled "${labelSelector}" here that could be deleted.`);
    await this.change(({ api }) => api.deleteCollection({ resource, namespace, labelSelector }));
  },
);

// The value is read as YAML.
When(
  'I try to create the daemon set {string} with {string} set to {}',
  async function (this: Scenario, name: string, field: string, value: string) {
    const manifest = withField(buildDaemonSet(name), field, readYaml(value)) as Manifest;
    await attempt(this, `create the daemon set "${name}"`, () => this.create(manifest));
  },
);

When(
  '(at once )I try to set {string} of the daemon set {string} to {}',
  async function (this: Scenario, field: string, name: string, value: string) {
    const ref = refOf(resources.daemonsets, this.daemonSet(name));
    const { apiVersion, kind } = resources.daemonsets;
    const patch = withField({}, field, readYaml(value));
    checkField({ apiVersion, kind }, field);
    await attempt(this, `set ${field} of the daemon set "${name}"`, () =>
      this.change(({ api }) => api.patch(ref, patch, 'merge')),
    );
  },
);

When(
  '(at once )the status of {string} is replaced, with the condition {string}',
  async function (this: Scenario, name: string, type: string) {
    const set = this.daemonSet(name);
    const status = { ...set.status, conditions: [{ type, status: 'True' }] };
    const written: DaemonSet = { ...set, status };
    await this.change(({ api }) => api.update(written, { subresource: 'status' }));
  },
);

import { expect } from 'chai';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import { administrator } from '../../requests/caller';

const { namespaces, pods } = resources;

const privileged = {
  containers: [{ name: 'main', image: 'agent:v1', securityContext: { privileged: true } }],
};

describe('pod security', () => {
  let stage = new Stage();
  let warnings: string[] = [];
  beforeEach(() => {
    stage = new Stage();
    warnings = [];
  });

  const options = { onWarning: (text: string): unknown => warnings.push(text) };
  const create = (object: object): KubeObject =>
    stage.server.create(object as Manifest, administrator, NAMESPACE, options);
  const pod = (name = 'a') => create({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: privileged });
  const label = (labels: Readonly<Record<string, string>>) => {
    const entries = Object.entries(labels).map(([key, value]) => [
      `pod-security.kubernetes.io/${key}`,
      value,
    ]);
    const patch = { metadata: { labels: Object.fromEntries(entries) } };
    const change = { patch, type: 'merge' } as const;
    stage.server.patch(namespaces, undefined, NAMESPACE, change, administrator, undefined, options);
  };
  const why = 'privileged (container "main" must not set securityContext.privileged=true)';

  it('refuses pods by their final name, and warns of what is not enforced', () => {
    label({ enforce: 'baseline' });
    expect(refusalOf(() => pod()).message).to.equal(
      `pods "a" is forbidden: violates PodSecurity "baseline:latest": ${why}`,
    );
    expect(warnings).to.deep.equal([]);
    label({ enforce: 'privileged', warn: 'baseline' });
    pod();
    expect(warnings).to.deep.equal([`would violate PodSecurity "baseline:latest": ${why}`]);
  });

  it('asks again when a pod gets another image, and not when it gets a label', () => {
    pod();
    label({ enforce: 'baseline' });
    const patch = (change: object) => () =>
      stage.server.patch(pods, NAMESPACE, 'a', { patch: change, type: 'strategic' }, administrator);
    patch({ metadata: { labels: { tier: 'a' } } })();
    expect(
      refusalOf(patch({ spec: { containers: [{ name: 'main', image: 'agent:v2' }] } })).message,
    ).to.match(/violates PodSecurity "baseline:latest"/);
  });

  it('warns of whatever pods are made from, wherever the template is', () => {
    label({ warn: 'baseline' });
    const template = { metadata: { labels: { app: 'a' } }, spec: privileged };
    const selector = { matchLabels: { app: 'a' } };
    const job = { template: { spec: { ...privileged, restartPolicy: 'Never' } } };
    const metadata = { name: 'a' };
    create({ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector, template } });
    create({ apiVersion: 'batch/v1', kind: 'Job', metadata, spec: job });
    create({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: { schedule: '* * * * *', jobTemplate: { spec: job } },
    });
    create({ apiVersion: 'v1', kind: 'PodTemplate', metadata, template });
    expect(warnings).to.have.length(4);
    create({ apiVersion: 'v1', kind: 'ConfigMap', metadata });
    expect(warnings).to.have.length(4);
  });

  it('warns of pods that are there, by what they break', () => {
    for (const name of ['b', 'a', 'c']) pod(name);
    const host = { hostNetwork: true, containers: [{ name: 'main', image: 'agent:v1' }] };
    create({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'd' }, spec: host });
    label({ enforce: 'baseline' });
    expect(warnings).to.deep.equal([
      `existing pods in namespace "${NAMESPACE}" violate the new PodSecurity enforce level "baseline:latest"`,
      'a (and 2 other pods): privileged',
      'd: host namespaces',
    ]);
    label({ enforce: 'privileged' });
    label({ enforce: 'baseline', warn: 'privileged' });
    expect(warnings).to.have.length(6);
    label({ audit: 'restricted' });
    expect(warnings).to.have.length(6);
  });

  it('refuses labels that name no standard, but not for what was wrong before', () => {
    expect(refusalOf(() => label({ enforce: 'x' })).reason).to.equal('Invalid');
    stage.amend(namespaces, NAMESPACE, (namespace) => namespace);
    const metadata = { name: 'bank', labels: { 'pod-security.kubernetes.io/warn': 'x' } };
    const refusal = refusalOf(() => create({ apiVersion: 'v1', kind: 'Namespace', metadata }));
    expect(refusal.message).to.match(
      /metadata.labels\[pod-security.kubernetes.io\/warn\]: Invalid value: "x"/,
    );
  });
});

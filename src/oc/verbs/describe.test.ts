import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { openTerminal } from '../terminal.testkit';

const QUOTA = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'few-pods', namespace: 'shop' },
  spec: { hard: { pods: '1' } },
};

describe('describe', () => {
  it('finds objects by the beginning of their names', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    const text = await see('oc describe pod log-ag');
    expect(text.match(/^Name: {13}log-agent-\w{5}$/gm)).to.have.length(2);
    expect(await see('oc describe pod/log-ag')).to.equal(
      'Error from server (NotFound): pods "log-ag" not found\n',
    );
    expect(await see('oc describe pod nope')).to.equal(
      'Error from server (NotFound): pods "nope" not found\n',
    );
  });

  it('puts two empty lines between objects', async () => {
    const { see } = await openTerminal();
    const [first, second] = (await see('oc describe nodes')).split('\n\n\n');
    expect(first).to.match(/^Name: {15}east-1\n/);
    expect(second).to.match(/^Name: {15}east-2\n/);
  });

  it('shows what a node carries', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    await see('oc adm taint node east-1 b:NoSchedule a=x:NoSchedule');
    const text = await see('oc describe node east-1');
    expect(text).to.contain('Taints:             a=x:NoSchedule\n                    b:NoSchedule\n');
    expect(text).to.match(/\nNon-terminated Pods: {10}\(1 in total\)\n/);
    expect(text).to.match(/\n {2}shop {24}log-agent-\w{5} {4}0 \(0%\) {8}0 \(0%\) /);
  });

  it('shows a namespace and its quotas, and what they prevent', async () => {
    const { see, cluster } = await openTerminal();
    expect(await see('oc describe ns shop')).to.equal(
      'Name:         shop\nLabels:       kubernetes.io/metadata.name=shop\nAnnotations:  <none>\nStatus:       Active\n' +
        '\nNo resource quota.\n\nNo LimitRange resource.\n',
    );
    await cluster.api.create(QUOTA);
    await cluster.time.settle();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc describe ns shop')).to.contain(
      'Resource Quotas\n  Name:     few-pods\n  Resource  Used  Hard\n  --------  ---   ---\n  pods      1     1\n',
    );
    expect(await see('oc describe quota')).to.equal(
      'Name:       few-pods\nNamespace:  shop\nResource    Used  Hard\n--------    ----  ----\npods        1     1\n',
    );
    expect(await see('oc describe ds log-agent')).to.match(
      /Warning {2}FailedCreate .* pods "log-agent-\w{5}" is forbidden: exceeded quota: few-pods/,
    );
  });

  it('shows kinds it knows little of', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc describe controllerrevisions')).to.match(
      /\nAPI Version: {2}apps\/v1\nData:\n {2}Spec:\n {4}Template:\n {6}\$patch: {2}replace\n[\s\S]*\nRevision: +1\nEvents: +<none>\n$/,
    );
    expect(await see('oc describe controllerrevisions')).not.to.contain('<nil>');
  });

  it('shows the events of the object itself; those of a node go by its name', async () => {
    const { see, cluster } = await openTerminal();
    const tell = (kind: string, uid: string, message: string) =>
      cluster.api.create({
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { generateName: 'told-', namespace: 'shop' },
        involvedObject: { kind, name: kind === 'Node' ? 'east-1' : 'log-agent', uid },
        ...{ type: 'Normal', reason: 'Told', message, source: {}, count: 1 },
        ...{ firstTimestamp: '2026-01-01T00:00:00Z', lastTimestamp: '2026-01-01T00:00:00Z' },
      });
    await see('oc create -f daemonset.yaml');
    const { metadata } = await cluster.api.get({
      resource: resources.daemonsets,
      namespace: 'shop',
      name: 'log-agent',
    });
    await tell('DaemonSet', metadata.uid, 'of this set');
    await tell('DaemonSet', 'an earlier one', 'of its namesake');
    await tell('ConfigMap', metadata.uid, 'of another kind');
    await tell('Node', 'east-1', 'told of a node');
    const text = await see('oc describe ds log-agent');
    expect(text)
      .to.contain('of this set')
      .and.not.match(/of its namesake|of another kind/);
    expect(await see('oc describe node east-1')).to.contain('told of a node');
    expect(await see('oc describe ns shop')).not.to.contain('Events:');
  });

  it('leaves out events, and takes the name from a file', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc describe ds log-agent')).to.contain('\nEvents:\n');
    expect(await see('oc describe -f daemonset.yaml --show-events=false')).to.match(
      /^Name: {11}log-agent\n[\s\S]*\n {2}Tolerations: +<none>\n$/,
    );
  });
});

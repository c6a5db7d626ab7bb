import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

const withAgent = async () => {
  const terminal = await openTerminal();
  await terminal.see('oc create -f daemonset.yaml');
  return terminal;
};

describe('get', () => {
  it('shows several kinds with their names', async () => {
    const { see } = await withAgent();
    const text = await see('oc get all');
    expect(text.replace(/log-agent-\w{5}\b/g, 'log-agent-xxxxx').replace(/\b\ds\b/g, '1s')).to.equal(
      `NAME                  READY   STATUS    RESTARTS   AGE
pod/log-agent-xxxxx   1/1     Running   0          1s
pod/log-agent-xxxxx   1/1     Running   0          1s

NAME                       DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
daemonset.apps/log-agent   2         2         2       2            2           role=worker     1s
`,
    );
    expect(await see('oc get all')).to.equal(text);
  });

  it('begins a new table whenever the kind changes, and without headers parts them by nothing', async () => {
    const { see } = await withAgent();
    const names = 'node/east-1 ds/log-agent node/east-2';
    expect((await see(`oc get ${names}`)).match(/^NAME|^$/gm)).to.deep.equal([
      'NAME',
      '',
      'NAME',
      '',
      'NAME',
      '',
    ]);
    expect(await see(`oc get ${names} --no-headers`)).to.match(
      /^node\/east-1 .*\ndaemonset.apps\/log-agent .*\nnode\/east-2 .*\n$/,
    );
  });

  it('selects by label and by field', async () => {
    const { see } = await withAgent();
    expect(await see('oc get nodes -l kubernetes.io/hostname=east-2 -o name')).to.equal('node/east-2\n');
    const pods = await see('oc get pods --field-selector spec.nodeName=east-1 -o wide --no-headers');
    expect(pods).to.match(/^log-agent-\w{5} .* east-1 {3}<none> {3}<none>\n$/);
  });

  it('looks into other namespaces', async () => {
    const { see } = await withAgent();
    expect(await see('oc get ds -n default')).to.equal('No resources found in default namespace.\n');
    expect(await see('oc get ds -A')).to.match(/^NAMESPACE {3}NAME .*\nshop {8}log-agent /);
    expect(await see('oc get quota -A')).to.equal('No resources found\n');
  });

  it('prints labels and label columns', async () => {
    const { see } = await withAgent();
    expect(await see('oc get node east-1 -L role --show-labels')).to.match(
      /VERSION {3}ROLE {5}LABELS\neast-1 .* worker {3}beta\.kubernetes\.io\/arch=amd64,beta\.kubernetes\.io\/os=linux,kubernetes\.io\/arch=amd64,kubernetes\.io\/hostname=east-1,.*,role=worker\n/,
    );
  });

  it('prints YAML, JSON and single fields', async () => {
    const { see } = await withAgent();
    expect(await see('oc get ds log-agent -o yaml')).to.match(
      /^apiVersion: apps\/v1\nkind: DaemonSet\nmetadata:\n {2}annotations:\n {4}deprecated.daemonset.template.generation: "1"\n/,
    );
    expect(JSON.parse(await see('oc get ds -o json'))).to.have.nested.property(
      'items[0].metadata.name',
      'log-agent',
    );
    expect(await see("oc get ds log-agent -o jsonpath='{.status.numberReady}'")).to.equal('2');
    expect(await see('oc get ds,nodes -o name')).to.equal(
      'daemonset.apps/log-agent\nnode/east-1\nnode/east-2\n',
    );
  });

  it('sorts and picks columns', async () => {
    const { see } = await withAgent();
    const columns = '-o custom-columns=NODE:.spec.nodeName,PHASE:.status.phase';
    expect(await see(`oc get pods --sort-by=.spec.nodeName ${columns}`)).to.equal(
      'NODE     PHASE\neast-1   Running\neast-2   Running\n',
    );
    expect(await see('oc get ds --show-kind --no-headers')).to.match(/^daemonset.apps\/log-agent /);
    expect(await see('oc get pods,nodes -l app=nope')).to.equal('No resources found\n');
  });

  it('shows what it finds and reports what it does not', async () => {
    const { see } = await withAgent();
    expect(await see('oc get ds/log-agent ds/nope -o name')).to.equal(
      'daemonset.apps/log-agent\nError from server (NotFound): daemonsets.apps "nope" not found\n',
    );
    expect(await see('oc get ds nope --ignore-not-found')).to.equal('');
  });

  const refused: readonly (readonly [string, string])[] = [
    ['oc get nope', 'error: the server doesn\'t have a resource type "nope"'],
    ['oc get ds a -l b=c', 'error: name cannot be provided when a selector is specified'],
    [
      'oc get ds/a -l b=c',
      'error: selectors and the all flag cannot be used when passing resource/name arguments',
    ],
    ['oc get backups.apps', 'error: the server doesn\'t have a resource type "backups"'],
    ['oc get ds a -A', 'error: a resource cannot be retrieved by name across all namespaces'],
    [
      'oc get ds -l "a in b"',
      'Error from server (BadRequest): Unable to find "apps/v1, Resource=daemonsets" that match label selector ' +
        `"a in b", field selector "": unable to parse requirement: found 'a in b'`,
    ],
    ['oc get ds/a/b', 'error: arguments in resource/name form may not have more than one slash'],
    ['oc get ds/', 'error: arguments in resource/name form must have a single resource and name'],
    ["oc get ds -o jsonpath='{.items['", 'error: error parsing jsonpath {.items[, unclosed action'],
    [
      'oc get nodes --sort-by=.nope',
      `error: couldn't find any field with path "{.nope}" in the list of objects`,
    ],
    [
      'oc get ds -w',
      'error: --watch is not supported here, as it would never end: use `rollout status`, `wait --for` or one more `get`',
    ],
    [
      'oc get pods --field-selector a=b',
      'Error from server (BadRequest): Unable to find "/v1, Resource=pods" that match label selector "", field ' +
        'selector "a=b": field label not supported: a',
    ],
    [
      'oc get ds -o csv',
      'error: unable to match a printer suitable for the output format "csv", allowed formats are: ' +
        'custom-columns,json,jsonpath,name,wide,yaml',
    ],
  ];
  for (const [line, message] of refused) {
    it(`refuses: ${line}`, async () => {
      const { run } = await openTerminal();
      const { stderr, exitCode } = await run(line);
      expect([stderr, exitCode]).to.deep.equal([`${message}\n`, 1]);
    });
  }
});

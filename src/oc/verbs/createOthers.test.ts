import { expect } from 'chai';
import type { KubeObject } from '../../kubernetes/object';
import { openTerminal, type Terminal } from '../terminal.testkit';

describe('create, of what needs no file,', () => {
  let terminal: Terminal;
  beforeEach(async () => {
    terminal = await openTerminal();
  });

  const stored = async (what: string): Promise<KubeObject> =>
    JSON.parse(await terminal.see(`oc get ${what} -o json`)) as KubeObject;

  it('makes a service account', async () => {
    expect(await terminal.see('kubectl create sa agent')).to.equal('serviceaccount/agent created\n');
    expect(await terminal.see('kubectl create serviceaccount agent')).to.equal(
      'error: failed to create serviceaccount: serviceaccounts "agent" already exists\n',
    );
  });

  it('binds a role to users, groups and service accounts', async () => {
    const line =
      'oc create rolebinding team --clusterrole=edit --user=otto --group=ops --serviceaccount=shop:agent';
    expect(await terminal.see(line)).to.equal('rolebinding.rbac.authorization.k8s.io/team created\n');
    expect(await stored('rolebinding team')).to.deep.include({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'otto' },
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'ops' },
        { kind: 'ServiceAccount', name: 'agent', namespace: 'shop' },
      ],
    });
    await terminal.see('oc create clusterrolebinding all --clusterrole=view --user=vera');
    expect((await stored('clusterrolebinding all')).metadata).not.to.have.property('namespace');
  });

  it('lists what a role lets people do, a rule for each API group', async () => {
    const line = 'oc create role restarter --verb=get,patch --verb=get --resource=ds,pods/status,po';
    expect(await terminal.see(line)).to.equal('role.rbac.authorization.k8s.io/restarter created\n');
    expect(await stored('role restarter')).to.deep.include({
      rules: [
        {
          apiGroups: [''],
          resources: ['pods/status', 'pods'],
          verbs: ['get', 'patch'],
        },
        { apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['get', 'patch'] },
      ],
    });
    const all = 'oc create clusterrole everything --verb=get --verb=* --resource=*.apps';
    expect(await terminal.see(all)).to.equal('clusterrole.rbac.authorization.k8s.io/everything created\n');
    expect(await stored('clusterrole everything')).to.deep.include({
      rules: [{ apiGroups: ['apps'], resources: ['*'], verbs: ['*'] }],
    });
  });

  it('lets a role use constraints, as oc does and kubectl does not', async () => {
    await terminal.cluster.configure({ securityContextConstraints: true });
    const words = 'create role agents --verb=use --resource=scc --resource-name=privileged';
    expect(await terminal.see(`kubectl ${words}`)).to.equal(
      "error: can not perform 'use' on 'securitycontextconstraints' in group 'security.openshift.io'\n",
    );
    expect(await terminal.see(`oc ${words}`)).to.equal('role.rbac.authorization.k8s.io/agents created\n');
  });

  it('warns of verbs that nobody knows', async () => {
    expect(await terminal.see('kubectl create role a --verb=look --resource=pods')).to.equal(
      "Warning: 'look' is not a standard resource verb\nrole.rbac.authorization.k8s.io/a created\n",
    );
  });

  const refused: Readonly<Record<string, string>> = {
    'create rolebinding a': 'error: exactly one of clusterrole or role must be specified\n',
    'create rolebinding a --clusterrole=view --role=mine':
      'error: exactly one of clusterrole or role must be specified\n',
    'create rolebinding a --clusterrole=view --serviceaccount=agent':
      'error: serviceaccount must be <namespace>:<name>\n',
    'create rolebinding --clusterrole=view':
      "error: exactly one NAME is required, got 0\nSee 'kubectl create rolebinding -h' for help and examples\n",
    'create clusterrolebinding a': 'error: clusterrole must be specified\n',
    'create role a --resource=pods': 'error: at least one verb must be specified\n',
    'create role a --verb=get': 'error: at least one resource must be specified\n',
    'create clusterrole a --verb=get': 'error: one of resource or nonResourceURL must be specified\n',
    'create role a --verb=bind --resource=pods': "error: can not perform 'bind' on 'pods' in group ''\n",
    'create role a --verb=get --resource=.apps':
      'error: resource must be specified if apiGroup/subresource specified\n',
    'create role a --verb=get --resource=potatoes':
      'error: the server doesn\'t have a resource type "potatoes"\n',
    'run a': 'error: --image is required\n',
    'run --image=a:v1': "error: NAME is required for run\nSee 'kubectl run -h' for help and examples\n",
    'run a --image=a:v1 --restart=Seldom':
      "error: invalid restart policy: Seldom\nSee 'kubectl run -h' for help and examples\n",
    'run a --image=a:v1 -l app': 'error: unexpected label spec: app\n',
  };
  for (const [words, message] of Object.entries(refused)) {
    it(`refuses ${words}`, async () => {
      expect(await terminal.see(`kubectl ${words}`)).to.equal(message);
    });
  }

  it('runs a pod', async () => {
    expect(await terminal.see('kubectl run debug --image=tools:v1 -- sleep 5')).to.equal(
      'pod/debug created\n',
    );
    expect(
      await terminal.see("kubectl get pod debug -o jsonpath='{.metadata.labels} {.spec.containers[0].args}'"),
    ).to.equal('{"run":"debug"} ["sleep","5"]');
  });
});

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

  const refused: Readonly<Record<string, string>> = {
    'create rolebinding a': 'error: exactly one of clusterrole or role must be specified\n',
    'create rolebinding a --clusterrole=view --role=mine':
      'error: exactly one of clusterrole or role must be specified\n',
    'create rolebinding a --clusterrole=view --serviceaccount=agent':
      'error: serviceaccount must be <namespace>:<name>\n',
    'create rolebinding --clusterrole=view':
      "error: exactly one NAME is required, got 0\nSee 'kubectl create rolebinding -h' for help and examples\n",
    'create clusterrolebinding a': 'error: clusterrole must be specified\n',
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

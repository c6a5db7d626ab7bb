import { expect } from 'chai';
import { openTerminal, type Terminal } from '../terminal.testkit';

const bind = async (
  { cluster: { api } }: Terminal,
  name: string,
  rules: readonly object[],
  user = 'eve',
): Promise<void> => {
  const rbac = 'rbac.authorization.k8s.io/v1';
  const metadata = { name, namespace: 'shop' };
  await api.create({ apiVersion: rbac, kind: 'Role', metadata, rules });
  await api.create({
    apiVersion: rbac,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
  });
};

const RESTARTER = {
  apiGroups: ['apps'],
  resources: ['daemonsets'],
  resourceNames: ['x'],
  verbs: ['patch', 'get'],
};

describe('auth can-i', () => {
  it('says yes of one name, and no of the kind, where a role names objects', async () => {
    const terminal = await openTerminal();
    await bind(terminal, 'restarter', [RESTARTER]);
    const { see } = terminal;
    expect(await see('oc auth can-i patch ds/x --as eve')).to.equal('yes\n');
    expect(await see('oc auth can-i patch ds --as eve')).to.equal('no\n');
    expect(await see('oc auth can-i patch ds/y --as eve')).to.equal('no\n');
    expect(await see('oc auth can-i patch ds/x -A --as eve')).to.equal('no\n');
  });

  it('asks about parts of objects', async () => {
    const terminal = await openTerminal();
    await bind(terminal, 'reader', [{ apiGroups: [''], resources: ['pods/log'], verbs: ['get'] }]);
    expect(await terminal.see('oc auth can-i get pods --subresource=log --as eve')).to.equal('yes\n');
    expect(await terminal.see('oc auth can-i get pods --as eve')).to.equal('no\n');
  });

  it('answers by its exit code alone, if it is to be quiet', async () => {
    const { run } = await openTerminal();
    const { terminal, exitCode } = await run('oc auth can-i get nodes -q --as eve');
    expect([terminal, exitCode]).to.deep.equal(["Warning: resource 'nodes' is not namespace scoped\n\n", 1]);
    expect((await run('oc auth can-i get pods -q')).exitCode).to.equal(0);
  });

  it('asks about paths that are no resources', async () => {
    const { see } = await openTerminal();
    expect(await see('oc auth can-i get /healthz --as eve')).to.equal('yes\n');
    expect(await see('oc auth can-i get /apis/apps --as eve')).to.equal('yes\n');
    expect(await see('oc auth can-i get /logs --as eve')).to.equal('no\n');
    expect(await see('oc auth can-i get /logs')).to.equal('yes\n');
    expect(await see('oc auth can-i list /logs')).to.equal(
      "Warning: verb 'list' is not a known verb\n\nyes\n",
    );
  });

  it('warns of verbs and kinds that nobody knows', async () => {
    const { see } = await openTerminal();
    expect(await see('oc auth can-i juggle pods')).to.equal(
      "Warning: verb 'juggle' is not a known verb\n\nyes\n",
    );
    expect(await see('oc auth can-i get gadgets.example.com')).to.equal(
      "Warning: the server doesn't have a resource type 'gadgets' in group 'example.com'\n\nyes\n",
    );
    expect(await see('oc auth can-i impersonate users')).to.equal('yes\n');
  });

  it('lists all that one may do, what everybody may among it', async () => {
    const terminal = await openTerminal();
    await bind(terminal, 'restarter', [RESTARTER]);
    const listed = await terminal.see('oc auth can-i --list --as eve');
    expect(listed.split('\n')[0]).to.match(/^Resources +Non-Resource URLs {3}Resource Names {3}Verbs$/);
    expect(listed).to.match(/\nselfsubjectaccessreviews\.authorization\.k8s\.io +\[\] +\[\] +\[create\]\n/);
    expect(listed).to.match(/\n +\[\/healthz\] +\[\] +\[get\]\n/);
    expect(listed).to.match(/\ndaemonsets\.apps +\[\] +\[x\] +\[patch get\]\n/);
    expect(await terminal.see('oc auth can-i --list --no-headers')).to.match(
      /^\*\.\* +\[\] +\[\] +\[\*\]\n +\[\*\] +\[\] +\[\*\]\n/,
    );
  });

  it('lists by no other words', async () => {
    const { see } = await openTerminal();
    expect(await see('oc auth can-i --list pods')).to.equal(
      'error: list option must be specified with no arguments\n',
    );
    expect(await see('oc auth can-i --list -A')).to.equal(
      "error: list option can't be specified with neither quiet, all-namespaces nor subresource options\n",
    );
    expect(await see('oc auth can-i get pods --no-headers')).to.equal(
      'error: --no-headers cannot be set without --list specified\n',
    );
  });
});

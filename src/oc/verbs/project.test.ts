import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

const bob = { name: 'bob' };

describe('Projects and permissions', () => {
  it('a project belongs to whoever asked for it', async () => {
    const { run } = await openTerminal();
    expect((await run('oc new-project team', bob)).stdout).to.match(
      /^Now using project "team" on server ".+"\.\n$/,
    );
    expect((await run('oc create -f daemonset.yaml -n team', bob)).exitCode).to.equal(0);
    expect((await run('oc create -f daemonset.yaml -n shop', bob)).stderr).to.equal(
      'Error from server (Forbidden): error when creating "daemonset.yaml": daemonsets.apps is forbidden: User "bob" ' +
        'cannot create resource "daemonsets" in API group "apps" in the namespace "shop"\n',
    );
    expect((await run('oc new-project team', bob)).stderr).to.equal(
      'Error from server (AlreadyExists): projects.project.openshift.io "team" already exists\n',
    );
  });

  it('its administrator may not change the namespace itself', async () => {
    const { run } = await openTerminal();
    await run('oc new-project team', bob);
    const patch = `oc patch namespace team -p '{"metadata":{"annotations":{"openshift.io/node-selector":""}}}'`;
    expect((await run(patch, bob)).stderr).to.match(
      /^Error from server \(Forbidden\): namespaces "team" is forbidden: User "bob" cannot patch resource "namespaces" in API group ""/,
    );
  });

  it('commands go to the current project', async () => {
    const { run, shell } = await openTerminal();
    await run('oc new-project team');
    expect(shell.namespace).to.equal('team');
    expect((await run('oc get pods')).stderr).to.equal('No resources found in team namespace.\n');
    expect((await run('oc project shop')).stdout).to.match(/^Now using project "shop"/);
    expect((await run('oc project shop')).stdout).to.match(/^Already on project "shop"/);
    expect((await run('oc project')).stdout).to.match(/^Using project "shop" on server/);
    expect((await run('oc project nope')).stderr).to.match(
      /^error: A project named "nope" does not exist on/,
    );
  });

  it('a cluster administrator gives projects a node selector', async () => {
    const { see } = await openTerminal();
    expect(await see('oc adm new-project east --node-selector region=east --admin bob')).to.equal(
      'Created project east\n',
    );
    expect(await see('oc describe ns east')).to.contain('openshift.io/node-selector: region=east');
    expect(await see('oc auth can-i create daemonsets -n east --as bob')).to.equal('yes\n');
  });

  it('roles are given in one project, or everywhere', async () => {
    const { see, run } = await openTerminal();
    const question = 'oc auth can-i create daemonsets --as eve';
    expect(await run(question)).to.include({ stdout: 'no\n', exitCode: 1 });
    expect(await see('oc adm policy add-role-to-user edit eve')).to.equal(
      'clusterrole.rbac.authorization.k8s.io/edit added: "eve"\n',
    );
    expect(await run(question)).to.include({ stdout: 'yes\n', exitCode: 0 });
    expect(await see(`${question} -n default`)).to.equal('no\n');
    await see('oc adm policy add-cluster-role-to-group edit staff');
    expect(await see(`${question} -n default --as-group staff`)).to.equal('yes\n');
    expect(await see('oc get rolebindings -o wide')).to.match(/\nedit {3}ClusterRole\/edit {3}\d+s {4}eve/);
  });

  it('binds nobody twice', async () => {
    const { see } = await openTerminal();
    for (const user of ['eve', 'eve', 'dan']) await see(`oc adm policy add-role-to-user view ${user}`);
    expect(await see('oc get rolebindings -o name')).to.equal(
      'rolebinding.rbac.authorization.k8s.io/view\nrolebinding.rbac.authorization.k8s.io/view-0\n',
    );
  });

  it('only who may impersonate speaks as somebody else', async () => {
    const { see, run } = await openTerminal();
    expect(await see('oc whoami')).to.equal('system:admin\n');
    expect(await see('oc whoami --as eve')).to.equal('eve\n');
    expect((await run('oc get pods --as eve', bob)).stderr).to.equal(
      'Error from server (Forbidden): users "eve" is forbidden: User "bob" cannot impersonate resource "users" in API ' +
        'group "" at the cluster scope\n',
    );
    expect(await see('oc get pods --as-group staff')).to.equal(
      'error: requesting groups, extra or UID without impersonating a user\n',
    );
  });

  it('warns of odd questions', async () => {
    const { see } = await openTerminal();
    expect(await see('oc auth can-i delete nodes')).to.equal(
      "Warning: resource 'nodes' is not namespace scoped\n\nyes\n",
    );
    expect(await see('oc auth can-i get gadgets')).to.equal(
      "Warning: the server doesn't have a resource type 'gadgets'\n\nyes\n",
    );
    expect(await see('oc auth can-i get')).to.contain('error: you must specify two arguments');
  });
});

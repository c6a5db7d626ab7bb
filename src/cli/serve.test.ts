import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { Project } from './project.testkit';

describe('npm run serve', function () {
  this.timeout(120_000);
  const project = new Project();

  before(() =>
    project.write({ 'notes.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: notes\n' }),
  );
  after(() => project.remove());

  it('says where clusters are, how they are reached, and ends with Ctrl-C', async () => {
    const { code, stdout, stderr } = await project.runUntil(
      'Nothing is kept.',
      'SIGINT',
      'serve',
      ...'--port 0 --nodes 2 --cluster a --cluster b --paused --kubeconfig mine.kubeconfig notes.yaml'.split(
        ' ',
      ),
    );
    expect(stderr).to.equal('');
    const [, url = ''] =
      /^Kubernetes 1\.36 is served:\n {2}(http:\/\/127\.0\.0\.1:\d+)\/clusters\/a /.exec(stdout) ?? [];
    expect(stdout).to.equal(`Kubernetes 1.36 is served:
  ${url}/clusters/a  the cluster "a", 2 nodes, its clock paused
  ${url}/clusters/b  the cluster "b", 2 nodes, its clock paused

  export KUBECONFIG=${join(project.directory, 'mine.kubeconfig')}
  kubectl get nodes

Ctrl-C ends it. Nothing is kept.
`);
    expect(code).to.equal(0);
    const written = readFileSync(join(project.directory, 'mine.kubeconfig'), 'utf8');
    expect(written).to.contain(`server: ${url}/clusters/b\n`);
  });

  it('says which port is taken, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await project.run('serve', '--port', String(port));
    other.close();
    expect(stdout).to.equal('');
    expect(stderr).to.equal(
      `Port ${port} of 127.0.0.1 is taken. Choose another with --port, or any that is free with --port 0.\n`,
    );
    expect(code).to.equal(1);
  });

  it('leaves the files of others alone', async () => {
    const { code, stderr } = await project.run('serve', '--port', '0', '--kubeconfig', 'notes.yaml');
    expect(stderr).to.equal(
      'notes.yaml is there already, and Rollcall did not write it. Choose another --kubeconfig, or add --overwrite.\n',
    );
    expect(code).to.equal(1);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { runOf } from '../../drivers/kubernetes/safety/labels';
import { TriedCluster } from '../../drivers/kubernetes/safety/served.testkit';
import { resources } from '../../kubernetes/kinds/resources';
import { HOUSE, Project } from '../project.testkit';

const { daemonsets, nodes, pods } = resources;

const configuration = `module.exports = { default: {
  require: [${JSON.stringify(join(HOUSE, 'steps/**/!(*.test).ts'))}],
} };`;

const feature = `Feature: Agents
  Words.
  Rule: Each node has an agent
${['one', 'two', 'three', 'four']
  .map(
    (number) => `    Example: round ${number}
      Given the nodes "east-1" and "east-2"
      When the daemon set "log-agent" is created
      And 40 seconds pass
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
`,
  )
  .join('')}`;

describe('a conformance run that is killed', function () {
  this.timeout(180_000);
  const project = new Project();
  let cluster: TriedCluster;

  before(async () => {
    await project.write({
      'cucumber.js': configuration,
      'features/claims.yaml': '[]',
      'features/agents.feature': feature,
    });
    cluster = await TriedCluster.start({ speed: 1 });
    await cluster.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'theirs' },
    });
    await cluster.settle();
  });
  after(async () => {
    await cluster.close();
    project.remove();
  });

  /** Resolves once there are a daemon set of the run, nodes, and pods on them, in whichever cluster it has chosen. */
  const untilBusy = (run: ChildProcess): Promise<void> =>
    new Promise((resolve, reject) => {
      const isBusy = (): boolean =>
        cluster.served.clusters.all.some(({ cluster: { registry } }) => {
          const { store } = registry;
          const isOurs = store.all(daemonsets).some((set) => runOf(set));
          return isOurs && store.all(pods).length > 0 && store.all(nodes).length > 0;
        });
      const timer = setInterval(() => {
        if (isBusy()) end(resolve);
      }, 5);
      const end = (then: () => void): void => {
        clearInterval(timer);
        then();
      };
      run.on('close', () => end(() => reject(new Error('it ended by itself'))));
    });

  it('leaves what --cleanup finds, to the last event, and spares what is not its own', async () => {
    const about = ['--context', 'rollcall', '--kubeconfig', cluster.kubeconfig, '--yes'];
    const before = cluster.contents();
    const run = spawn(
      process.execPath,
      [
        ...['-r', join(HOUSE, 'src/loader/register.cjs'), join(HOUSE, 'src/cli/conformance.ts')],
        ...[...about, '--run', 'dead', '--parallel', '2'],
      ],
      { cwd: project.directory, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [run.stdout, run.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    await untilBusy(run).catch((error: Error) => expect.fail(`${error.message}:\n${said}`));
    // All of its processes: none is left to clean up.
    process.kill(-(run.pid ?? 0), 'SIGKILL');
    await once(run, 'close');
    const cleaned = await project.run('conformance', ...about, '--cleanup', 'dead');
    expect(cleaned.stderr).to.equal('');
    expect(cleaned.code).to.equal(0);
    expect(cluster.served.clusters.all.map(({ name }) => name)).to.deep.equal(['default']);
    expect([...cluster.contents()]).to.deep.equal([...before]);
  });
});

import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { ResourceType } from '../../kubernetes/resourceType';
import { BareCluster } from './bareCluster.testkit';
import type { Asked, Meddling } from './faults/meddler.testkit';
import { Session } from './session';

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'backups.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Backup', plural: 'backups', singular: 'backup' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
};

const pluralsOf = (kinds: readonly ResourceType[]): readonly string[] => kinds.map(({ plural }) => plural);

const isOf =
  (plural: string) =>
  ({ path }: Asked): boolean =>
    path.split('?')[0]?.split('/').at(-1) === plural;

describe('a session with a cluster that exists', function () {
  this.timeout(60_000);
  let bare: BareCluster;
  let session: Session | undefined;
  let asked: Asked[];
  let refuses: Meddling['refuses'];

  before(async () => {
    bare = await BareCluster.start({
      refuses: (each) => {
        asked.push(each);
        return refuses?.(each);
      },
    });
  });
  beforeEach(() => {
    asked = [];
    refuses = undefined;
  });
  afterEach(async () => {
    await session?.close();
    session = undefined;
    delete process.env.CUCUMBER_WORKER_ID;
  });
  after(() => bare.close());

  const open = async (): Promise<Session> => {
    session = await Session.open(bare.target());
    return session;
  };
  const somebodyCreatesNode = (name: string): Promise<void> =>
    bare.create('nodes', { apiVersion: 'v1', kind: 'Node', metadata: { name } });
  const somebodyDeletesNode = async (name: string): Promise<void> => {
    await fetch(`${bare.served.url}/api/v1/nodes/${name}`, { method: 'DELETE' });
  };
  const untilSo = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

  it('hears from the start of what examples look at, and of another kind before it is written', async () => {
    const { watching, watched, ...rest } = await open();
    expect(pluralsOf(watched)).to.include.members(['nodes', 'pods', 'daemonsets', 'events', 'namespaces']);
    expect(pluralsOf(watched)).not.to.include('configmaps');
    expect(rest.offer).to.equal(undefined);
    await session?.watch(resources.configmaps);
    expect(watching.watches(resources.configmaps)).to.equal(true);
    expect(pluralsOf(session?.watched ?? [])).to.include('configmaps');
  });

  it('does without a kind that may not be looked at, where examples can', async () => {
    refuses = (each) => (isOf('resourcequotas')(each) ? 403 : undefined);
    expect(pluralsOf((await open()).watched)).not.to.include('resourcequotas');
  });

  it('does not begin where examples cannot do without one, and asks nothing more', async () => {
    refuses = (each) => (isOf('daemonsets')(each) ? 403 : undefined);
    expect(String(await open().catch((error: unknown) => error))).to.contain('refused with 403');
    // What was under way then arrives still.
    await moment();
    asked = [];
    await somebodyCreatesNode('late-1');
    await moment();
    await somebodyDeletesNode('late-1');
    expect(asked).to.deep.equal([]);
  });

  it('remembers nodes that are gone: others will have their names', async () => {
    await somebodyCreatesNode('east-1');
    const { watching } = await open();
    const [first] = watching.all(resources.nodes);
    await somebodyDeletesNode('east-1');
    await untilSo(() => watching.all(resources.nodes).length === 0);
    await somebodyCreatesNode('east-1');
    await untilSo(() => watching.all(resources.nodes).length === 1);
    const [second] = watching.all(resources.nodes);
    expect([...(session?.nodesSoFar() ?? [])]).to.have.members([first?.metadata.uid, second?.metadata.uid]);
    await somebodyDeletesNode('east-1');
  });

  it('asks what is served once more when somebody has defined a kind', async () => {
    const { watching } = await open();
    expect(pluralsOf((await session?.kinds(false)) ?? [])).not.to.include('backups');
    const definitions = session?.watched.find(({ plural }) => plural === 'customresourcedefinitions');
    if (!definitions) throw new Error('Definitions are not heard of.');
    await bare.create('customresourcedefinitions', definition);
    await untilSo(() => watching.all(definitions).length === 1);
    asked = [];
    await session?.kinds(false);
    expect(asked.map(({ path }) => path)).to.include('/apis');
    asked = [];
    await session?.kinds(false);
    expect(asked).to.deep.equal([]);
  });

  it('numbers examples so that no two have the same, whoever runs them', async () => {
    const numbers: string[] = [];
    for (const worker of ['0', '1', '7']) {
      process.env.CUCUMBER_WORKER_ID = worker;
      const each = await Session.open(bare.target());
      for (let example = 0; example < 20; example++) numbers.push(each.nextNumber());
      await each.close();
    }
    expect(new Set(numbers)).to.have.property('size', 60);
    for (const number of numbers) expect(number).to.match(/^[0-9a-z]{1,6}$/);
  });

  it('hears and asks nothing more when it is closed', async () => {
    const closed = await open();
    const told: string[] = [];
    closed.watching.subscribe(({ object }) => told.push(object.metadata.name));
    await closed.close();
    asked = [];
    await somebodyCreatesNode('late-2');
    await moment();
    await somebodyDeletesNode('late-2');
    expect([told, asked]).to.deep.equal([[], []]);
  });
});

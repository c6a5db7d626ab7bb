import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import { type Answered, refusalOf, Scene } from './hosted.testkit';

describe('a Step', () => {
  it('lets so much time go by, and says how the cluster is then', async () => {
    const scene = new Scene({ nodes: 1 });
    const before = scene.hosted.clock.now;
    const { status } = await scene.create('step', 'a', { duration: '1h30m' });
    expect(status).to.deep.equal({
      elapsed: '1h30m0s',
      time: toTimestamp(before + 5_400_000),
      quiet: true,
    });
    expect(scene.hosted.clock.now).to.equal(before + 5_400_000);
  });

  it('lets time go by until nothing is left to do', async () => {
    const scene = new Scene({ nodes: 1 });
    await scene.create('pod', 'web', { containers: [{ name: 'main', image: 'web:1' }] });
    const { status } = await scene.create('step', 'a', { untilQuiet: true });
    expect(status).to.deep.include({ elapsed: '1s', quiet: true });
  });

  it('says what is left to do at the horizon', async () => {
    const scene = new Scene({ nodes: 1 });
    await scene.create('image', 'slow', { image: 'web:1', startSeconds: 90 });
    await scene.create('pod', 'web', { containers: [{ name: 'main', image: 'web:1' }] });
    const { status } = await scene.create('step', 'a', { untilQuiet: true, horizon: '1m' });
    expect(status).to.deep.include({ quiet: false, busy: 'pods start' });
  });

  for (const [title, spec, field] of [
    ['that says nothing', {}, 'spec.duration'],
    ['that says both', { duration: '1s', untilQuiet: true }, 'spec.untilQuiet'],
    ['with a horizon for nothing', { duration: '1s', horizon: '1m' }, 'spec.horizon'],
    ['that is no duration', { duration: '5 minutes' }, 'spec.duration'],
    ['of more than a year', { duration: '9000h' }, 'spec.duration'],
  ] as const)
    it(`${title} is refused`, async () => {
      const { code, status } = await refusalOf(new Scene().create('step', 'a', spec));
      expect(code).to.equal(422);
      expect(status.causes?.[0]?.field).to.equal(field);
    });

  it('is not stored, nor is it made in a dry run', async () => {
    const scene = new Scene();
    const { now } = scene.hosted.clock;
    const kind = scene.kind('step');
    const order = scene.hosted.orderOf(kind);
    if (!order) throw new Error('no order');
    const sent: Manifest = { apiVersion: kind.apiVersion, kind: kind.kind, spec: { duration: '1h' } };
    const { server } = scene.hosted;
    await server.carryOut(order, sent, administrator, undefined, { dryRun: true });
    expect(scene.hosted.clock.now).to.equal(now);
    expect(kind.verbs).to.deep.equal(['create']);
    expect(scene.hosted.cluster.registry.store.all(kind)).to.deep.equal([]);
  });

  it('is not for everybody', async () => {
    const scene = new Scene();
    const order = scene.hosted.orderOf(scene.kind('step'));
    if (!order) throw new Error('no order');
    const sent = { apiVersion: 'clock.rollcall.dev/v1alpha1', kind: 'Step', spec: { duration: '1h' } };
    const vera = { name: 'vera', groups: ['system:authenticated'] };
    const { code, message } = await refusalOf(scene.hosted.server.carryOut(order, sent, vera));
    expect([code, message]).to.deep.equal([
      403,
      'steps.clock.rollcall.dev is forbidden: User "vera" cannot create resource "steps" in API group "clock.rollcall.dev" at the cluster scope',
    ]);
  });
});

describe('an order that has a name', () => {
  const give = async (
    scene: Scene,
    word: string,
    spec: object,
    warnings: string[] = [],
  ): Promise<Answered> => {
    const { apiVersion, kind: itsName } = scene.kind(word);
    const order = scene.hosted.orderOf(scene.kind(word));
    if (!order) throw new Error('no order');
    const sent: Manifest = { apiVersion, kind: itsName, metadata: { name: 'mine' }, spec };
    const onWarning = (text: string): void => void warnings.push(text);
    const { server } = scene.hosted;
    const given = server.carryOut(order, sent, administrator, undefined, { onWarning });
    await Promise.race([given.catch(() => {}), scene.rest()]);
    return given as Promise<Answered>;
  };

  it('is carried out once, and answered as the first time, which is said', async () => {
    const scene = new Scene({ nodes: 1 });
    const before = scene.hosted.clock.now;
    const warnings: string[] = [];
    const first = await give(scene, 'step', { duration: '1h' }, warnings);
    const given = toTimestamp(before);
    expect(warnings).to.deep.equal([]);
    expect(await give(scene, 'step', { duration: '1h' }, warnings)).to.deep.equal(first);
    expect(scene.hosted.clock.now).to.equal(before + 3_600_000);
    expect(warnings).to.deep.equal([
      `an order of this name was given at ${given}: it is answered as it was then, and not carried out again`,
    ]);
    const { code } = await refusalOf(give(scene, 'step', { duration: '2h' }));
    expect(code).to.equal(409);
    expect(await give(scene, 'restart', {})).to.have.property('status');
  });

  it('can be given again if it was refused', async () => {
    const scene = new Scene();
    const { code } = await refusalOf(give(scene, 'shutdown', { machine: 'a' }));
    expect(code).to.equal(404);
    await scene.create('machine', 'a', {});
    expect(await give(scene, 'shutdown', { machine: 'a' })).to.have.property('status');
  });

  it('is still to be carried out after a dry run', async () => {
    const scene = new Scene();
    const before = scene.hosted.clock.now;
    const order = scene.hosted.orderOf(scene.kind('step'));
    if (!order) throw new Error('no order');
    const { apiVersion, kind } = scene.kind('step');
    const sent: Manifest = { apiVersion, kind, metadata: { name: 'mine' }, spec: { duration: '1h' } };
    await scene.hosted.server.carryOut(order, sent, administrator, undefined, { dryRun: true });
    await give(scene, 'step', { duration: '1h' });
    expect(scene.hosted.clock.now).to.equal(before + 3_600_000);
  });

  it('says in its description what its name is for', () => {
    for (const word of ['step', 'restart', 'reboot', 'containerexit'])
      expect(new Scene().kind(word).schema?.description).to.match(/Under a name it is carried out once/);
    expect(new Scene().kind('machine').schema?.description).not.to.match(/carried out/);
  });
});

describe('the Clock', () => {
  it('stands still, and goes on, as it is told', async () => {
    const scene = new Scene({ paused: false });
    expect(scene.get('clock', 'cluster').spec).to.deep.equal({ paused: false, speed: 1, stepped: false });
    await scene.patch('clock', 'cluster', { paused: true });
    const { now } = scene.hosted.clock;
    await scene.wall.pass(60_000);
    expect(scene.hosted.clock.now).to.equal(now);
    await scene.patch('clock', 'cluster', { paused: false, speed: 60 });
    const before = scene.hosted.clock.now;
    await scene.wall.pass(1000);
    expect(scene.hosted.clock.now).to.equal(before + 60_000);
  });

  it('says what the time is when somebody looks', async () => {
    const scene = new Scene({ paused: false, nodes: 1 });
    await scene.wall.pass(90_000);
    expect(scene.get('clock', 'cluster').status).to.deep.equal({
      time: toTimestamp(scene.hosted.clock.now),
      quiet: true,
    });
  });

  it('says what there is to do', async () => {
    const scene = new Scene({ nodes: 1 });
    await scene.create('pod', 'web', { containers: [{ name: 'main', image: 'web:1' }] });
    expect(scene.get('clock', 'cluster').status).to.deep.include({ quiet: false, busy: 'pods start' });
  });

  it('is one, and stays', () => {
    const { verbs } = new Scene().kind('clock');
    expect(verbs).not.to.include.members(['create']);
    expect(verbs).not.to.include.members(['delete']);
  });

  it('goes at a speed that makes sense', async () => {
    const { code } = await refusalOf(new Scene().patch('clock', 'cluster', { speed: 0 }));
    expect(code).to.equal(422);
  });
});

describe('the Settings', () => {
  it('are those of the cluster', async () => {
    const scene = new Scene();
    expect(scene.get('settings', 'cluster').spec).to.deep.equal(scene.hosted.cluster.settings);
    await scene.patch('settings', 'cluster', {
      securityContextConstraints: true,
      defaultNodeSelector: 'a=b',
    });
    expect(scene.hosted.cluster.settings).to.deep.equal({
      legacyScheduling: false,
      defaultNodeSelector: 'a=b',
      securityContextConstraints: true,
    });
    expect(scene.names('securitycontextconstraints')).to.include('restricted-v2');
  });
});

describe('an order to a container', () => {
  const withPod = async (): Promise<Scene> => {
    const scene = new Scene({ nodes: 1 });
    await scene.create('pod', 'web', { containers: [{ name: 'main', image: 'web:1' }] });
    await scene.create('step', 'all', { untilQuiet: true });
    return scene;
  };
  const statusOf = (scene: Scene): Pod['status'] | undefined =>
    scene.hosted.cluster.registry.store.get(resources.pods, 'default', 'web')?.status;

  it('has it exit', async () => {
    const scene = await withPod();
    await scene.create('containerexit', 'a', { pod: 'web', code: 3 });
    await scene.create('step', 'all', { untilQuiet: true });
    const [container] = statusOf(scene)?.containerStatuses ?? [];
    expect(container).to.deep.include({ restartCount: 1 });
    expect(container?.lastState?.terminated?.exitCode).to.equal(3);
  });

  it('has its pod be unready', async () => {
    const scene = await withPod();
    const isReady = (): string | undefined =>
      statusOf(scene)?.conditions?.find(({ type }) => type === 'Ready')?.status;
    expect(isReady()).to.equal('True');
    await scene.create('podreadiness', 'a', { pod: 'web', ready: false });
    expect(isReady()).to.equal('False');
  });

  it('has its pod end', async () => {
    const scene = await withPod();
    await scene.create('podfinish', 'a', { pod: 'web', phase: 'Failed' });
    expect(statusOf(scene)?.phase).to.equal('Failed');
  });

  it('is refused if there is none', async () => {
    const scene = await withPod();
    const lost = await refusalOf(scene.create('podfinish', 'a', { pod: 'lost', phase: 'Failed' }));
    expect([lost.code, lost.message]).to.deep.equal([404, 'pods "lost" not found']);
    const other = await refusalOf(
      scene.create('containerexit', 'a', { pod: 'web', container: 'x', code: 1 }),
    );
    expect([other.code, other.message]).to.deep.equal([
      409,
      'No container "x" of the pod "web" runs that could exit.',
    ]);
    const machine = await refusalOf(scene.create('reboot', 'a', { machine: 'node-9' }));
    expect([machine.code, machine.message]).to.deep.equal([
      404,
      'machines.machines.rollcall.dev "node-9" not found',
    ]);
  });
});

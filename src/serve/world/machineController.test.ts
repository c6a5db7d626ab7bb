import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import type { Node } from '../../kubernetes/kinds/node/node';
import { resources } from '../../kubernetes/kinds/resources';
import { refusalOf, Scene } from './hosted.testkit';

const nodeOf = (scene: Scene, name: string): Node | undefined =>
  scene.hosted.cluster.registry.store.get(resources.nodes, undefined, name);

describe('a Machine', () => {
  it('joins as a node of its name, and says so', async () => {
    const scene = new Scene();
    await scene.create('machine', 'gpu-1', {
      labels: { disk: 'local' },
      taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }],
      cpu: 8,
      memory: '32Gi',
      pods: 20,
      resources: { 'nvidia.com/gpu': 2 },
    });
    const node = nodeOf(scene, 'gpu-1');
    expect(node?.metadata.labels).to.deep.include({ disk: 'local', 'kubernetes.io/hostname': 'gpu-1' });
    expect(node?.spec?.taints).to.deep.equal([{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }]);
    expect(node?.status?.capacity).to.deep.include({
      cpu: '8',
      memory: '32Gi',
      pods: '20',
      'nvidia.com/gpu': '2',
    });
    expect(scene.get('machine', 'gpu-1').status).to.deep.equal({
      node: 'gpu-1',
      state: 'Running',
      address: '10.0.0.1',
    });
  });

  it('is there from the start, as many as were asked for, and ready without any time going by', () => {
    const scene = new Scene({ nodes: 3 });
    expect(scene.names('machines')).to.deep.equal(['node-1', 'node-2', 'node-3']);
    expect(scene.names('nodes')).to.deep.equal(['node-1', 'node-2', 'node-3']);
    expect(scene.readiness('node-3')).to.equal('True');
    expect(nodeOf(scene, 'node-3')?.spec?.taints ?? []).to.deep.equal([]);
  });

  it('takes its node along when it is deleted, and can come again', async () => {
    const scene = new Scene({ nodes: 2 });
    await scene.delete(scene.kind('machines'), 'node-1');
    expect(scene.names('nodes')).to.deep.equal(['node-2']);
    await scene.create('machine', 'node-1', {});
    expect(scene.names('nodes')).to.deep.equal(['node-1', 'node-2']);
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Running' });
  });

  it('comes anew if it is deleted and created at once', async () => {
    const scene = new Scene({ nodes: 1 });
    const before = nodeOf(scene, 'node-1')?.metadata.uid;
    scene.hosted.server.delete(scene.kind('machines'), undefined, 'node-1', {}, administrator);
    await scene.create('machine', 'node-1', { cpu: '2' });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Running' });
    expect(nodeOf(scene, 'node-1')?.metadata.uid).not.to.equal(before);
    expect(nodeOf(scene, 'node-1')?.status?.capacity).to.deep.include({ cpu: '2' });
  });

  it('is gone with its node', async () => {
    const scene = new Scene({ nodes: 2 });
    await scene.delete(resources.nodes, 'node-1');
    expect(scene.names('machines')).to.deep.equal(['node-2']);
    expect(scene.names('nodes')).to.deep.equal(['node-2']);
  });

  it('is shown if it joined by other ways', async () => {
    const scene = new Scene();
    scene.hosted.cluster.kubelets.machines.join({ name: 'east-1', labels: { zone: 'east' }, cpu: '2' });
    await scene.rest();
    const machine = scene.get('machine', 'east-1');
    expect(machine.spec).to.deep.equal({ labels: { zone: 'east' }, cpu: '2', ready: true, silent: false });
    expect(machine.status).to.deep.include({ node: 'east-1', state: 'Running' });
    await scene.delete(scene.kind('machines'), 'east-1');
    expect(scene.names('nodes')).to.deep.equal([]);
  });

  it('is refused, and says why, as long as a node has its name', async () => {
    const scene = new Scene();
    await scene.create('node', 'node-1', {});
    await scene.create('machine', 'node-1', {});
    expect(scene.get('machine', 'node-1').status).to.deep.equal({
      state: 'Refused',
      message: 'nodes "node-1" already exists',
    });
    await scene.delete(resources.nodes, 'node-1');
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Running' });
  });

  it('is not ready, silent or short of something as long as it says so', async () => {
    const scene = new Scene({ nodes: 1 });
    await scene.patch('machine', 'node-1', { ready: false });
    expect(scene.readiness('node-1')).to.equal('False');
    await scene.patch('machine', 'node-1', { ready: true, pressure: [{ type: 'memory' }] });
    expect(scene.readiness('node-1')).to.equal('True');
    const conditions = nodeOf(scene, 'node-1')?.status?.conditions ?? [];
    expect(conditions.find(({ type }) => type === 'MemoryPressure')?.status).to.equal('True');
    await scene.patch('machine', 'node-1', { silent: true });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Silent' });
    await scene.create('step', 'a-minute', { duration: '1m' });
    expect(scene.readiness('node-1')).to.equal('Unknown');
    await scene.patch('machine', 'node-1', { silent: false });
    expect(scene.readiness('node-1')).to.equal('True');
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Running' });
  });

  it('may be so from the start', async () => {
    const scene = new Scene();
    await scene.create('machine', 'node-1', {
      silent: true,
      ready: false,
      pressure: [{ type: 'disk', evicts: false }],
    });
    const conditions = nodeOf(scene, 'node-1')?.status?.conditions ?? [];
    expect(conditions.find(({ type }) => type === 'DiskPressure')?.status).to.equal('True');
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Silent' });
  });

  it('can be rebooted, switched off and started', async () => {
    const scene = new Scene({ nodes: 1 });
    await scene.create('reboot', 'now', { machine: 'node-1', downSeconds: 60 });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Silent' });
    await scene.create('step', 'a-minute', { duration: '1m' });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Running' });
    await scene.create('shutdown', 'now', { machine: 'node-1' });
    await scene.create('step', 'a-minute', { duration: '1m' });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Off' });
    await scene.patch('machine', 'node-1', { pressure: [{ type: 'PID' }] });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Off' });
    await scene.create('reboot', 'now', { machine: 'node-1' });
    expect(scene.get('machine', 'node-1').status).to.deep.include({ state: 'Running' });
  });

  it('stays what it is', async () => {
    const scene = new Scene({ nodes: 1 });
    const { code, message } = await refusalOf(scene.patch('machine', 'node-1', { cpu: '8' }));
    expect([code, message]).to.deep.equal([
      422,
      'Machine.machines.rollcall.dev "node-1" is invalid: spec.cpu: Invalid value: "8": field is immutable',
    ]);
  });

  it('is refused where its node would be', async () => {
    const scene = new Scene();
    const fieldsOf = async (spec: object): Promise<readonly string[] | undefined> => {
      const { code, status } = await refusalOf(scene.create('machine', 'node-1', spec));
      expect(code).to.equal(422);
      return status.causes?.map(({ field }) => field);
    };
    expect(await fieldsOf({ cpu: 'four', resources: { gpu: '1x' } })).to.deep.equal([
      'spec.cpu',
      'spec.resources[gpu]',
    ]);
    expect(
      await fieldsOf({ labels: { 'a b': 'c' }, memory: '-1Gi', resources: { 'example.com/gpu': '0.5' } }),
    ).to.have.members(['spec.labels', 'spec.memory', 'spec.resources[example.com/gpu]']);
  });

  it('may have no fields that nobody knows', async () => {
    const { code, message } = await refusalOf(new Scene().create('machine', 'node-1', { cpus: 4 }));
    expect([code, message]).to.deep.equal([
      400,
      'Machine in version "v1alpha1" cannot be handled as a Machine: strict decoding error: unknown field "spec.cpus"',
    ]);
  });
});

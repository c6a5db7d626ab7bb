import { expect } from 'chai';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { NAMESPACE, Stage } from '../../stage.testkit';
import { DisruptionController } from './controller';

const { events, pods, poddisruptionbudgets } = resources;

describe('the disruption controller', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new DisruptionController(stage);
  });

  const settle = () => stage.loop.settle(600_000);
  const budget = (name: string, spec: PodDisruptionBudget['spec']): void => {
    stage.create({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
    });
    settle();
  };
  const owner = (
    apiVersion: string,
    kind: string,
    spec: object = {},
    owners: KubeObject[] = [],
  ): KubeObject =>
    stage.create({
      apiVersion,
      kind,
      metadata: { name: 'web', namespace: NAMESPACE, ownerReferences: owners.map(referenceTo) },
      spec,
    } as Parameters<Stage['create']>[0]);
  const referenceTo = ({ apiVersion, kind, metadata: { name, uid } }: KubeObject) => ({
    apiVersion,
    kind,
    name,
    uid,
    controller: true,
  });
  const pod = (name: string, by?: KubeObject, labels: Record<string, string> = { app: 'web' }): void => {
    stage.create<Pod>({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels, ...(by ? { ownerReferences: [referenceTo(by)] } : {}) },
      spec: { nodeName: 'east-1', containers: [{ name: 'main', image: 'agent:v1' }] },
    });
    turn(name, true);
  };
  const turn = (name: string, ready: boolean): void => {
    stage.amendStatus<Pod>(pods, name, ({ status }) => ({
      ...status,
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: toTimestamp(0) }],
    }));
    settle();
  };
  const status = (name = 'web') =>
    stage.find<PodDisruptionBudget>(poddisruptionbudgets, name)?.status as PodDisruptionBudget['status'];
  const counts = (name?: string) => {
    const { expectedPods, currentHealthy, desiredHealthy, disruptionsAllowed } = status(name);
    return [expectedPods, currentHealthy, desiredHealthy, disruptionsAllowed];
  };
  const condition = () => {
    const [found] = status().conditions ?? [];
    return [found?.type, found?.status, found?.reason, found?.message];
  };
  const said = () =>
    ([...stage.registry.store.all(events)] as Event[]).map(({ reason, message }) => [reason, message]);

  it('counts the pods that are ready against a number that must stay', () => {
    for (const name of ['a', 'b', 'c']) pod(name);
    budget('web', { minAvailable: 2 });
    expect(counts()).to.deep.equal([3, 3, 2, 1]);
    expect(condition()).to.deep.equal(['DisruptionAllowed', 'True', 'SufficientPods', '']);
    expect(status().observedGeneration).to.equal(1);
    turn('a', false);
    expect(counts()).to.deep.equal([3, 2, 2, 0]);
    expect(condition()).to.deep.equal(['DisruptionAllowed', 'False', 'InsufficientPods', '']);
    pod('other', undefined, { app: 'api' });
    expect(counts()).to.deep.equal([3, 2, 2, 0]);
  });

  it('does not count a pod that is leaving, though it is ready', () => {
    for (const name of ['a', 'b']) pod(name);
    budget('web', { minAvailable: 1 });
    stage.delete(pods, 'a');
    settle();
    expect(counts()).to.deep.equal([2, 1, 1, 0]);
  });

  it('allows nothing as long as there are no pods, and says so', () => {
    budget('web', { minAvailable: 0 });
    expect(counts()).to.deep.equal([0, 0, 0, 0]);
    expect(said()).to.deep.include(['NoPods', 'No matching pods found']);
    pod('a');
    expect(counts()).to.deep.equal([1, 1, 0, 1]);
  });

  it('measures the rest against what the controllers of the pods want', () => {
    const set = owner('apps/v1', 'StatefulSet', { replicas: 5 });
    for (const name of ['a', 'b', 'c', 'd']) pod(name, set);
    budget('web', { maxUnavailable: '30%' });
    expect(counts()).to.deep.equal([5, 4, 3, 1]);
    budget('half', { minAvailable: '50%' });
    turn('d', false);
    expect(counts('web')).to.deep.equal([5, 3, 3, 0]);
  });

  it('asks the deployment above a replica set', () => {
    const deployment = owner('apps/v1', 'Deployment', { replicas: 4 });
    const set = owner('apps/v1', 'ReplicaSet', { replicas: 9 }, [deployment]);
    for (const name of ['a', 'b']) pod(name, set);
    budget('web', { maxUnavailable: 3 });
    expect(counts()).to.deep.equal([4, 2, 1, 1]);
  });

  const REFUSAL = 'daemonsets.apps does not implement the scale subresource';

  for (const spec of [{ maxUnavailable: 1 }, { maxUnavailable: '50%' }, { minAvailable: '50%' }]) {
    it(`cannot work out ${JSON.stringify(spec)} for daemon pods`, () => {
      budget('web', spec);
      const set = owner('apps/v1', 'DaemonSet');
      for (const name of ['a', 'b']) pod(name, set);
      expect(status().disruptionsAllowed).to.equal(0);
      expect(condition()).to.deep.equal(['DisruptionAllowed', 'False', 'SyncFailed', REFUSAL]);
      expect(said()).to.deep.include([
        'CalculateExpectedPodCountFailed',
        `Failed to calculate the number of expected pods: ${REFUSAL}`,
      ]);
    });
  }

  it('has seen no generation of a budget that it could never work out', () => {
    pod('a', owner('apps/v1', 'DaemonSet'));
    budget('web', { maxUnavailable: 1 });
    expect(status().observedGeneration).to.equal(undefined);
    expect(condition()[2]).to.equal('SyncFailed');
  });

  it('can work out a number that must stay for daemon pods', () => {
    const set = owner('apps/v1', 'DaemonSet');
    for (const name of ['a', 'b']) pod(name, set);
    budget('web', { minAvailable: 1 });
    expect(counts()).to.deep.equal([2, 2, 1, 1]);
  });

  it('says which controllers it does not find', () => {
    const set = owner('apps/v1', 'StatefulSet', { replicas: 1 });
    pod('b', { ...set, metadata: { ...set.metadata, uid: 'gone' } });
    budget('web', { maxUnavailable: 1 });
    expect(condition()[3]).to.equal('found no controllers for pod "b"');
  });

  it('warns of pods that nobody manages, and leaves them out', () => {
    pod('a');
    budget('web', { maxUnavailable: 1 });
    expect(counts()).to.deep.equal([0, 1, 0, 0]);
    const [, message] = said().find(([reason]) => reason === 'UnmanagedPods') ?? [];
    expect(message).to.contain('(selector: &LabelSelector{MatchLabels:map[string]string{app: web,},');
  });

  it('takes a pod for gone that was allowed to leave, for two minutes', () => {
    for (const name of ['a', 'b']) pod(name);
    budget('web', { minAvailable: 1 });
    stage.amendStatus<PodDisruptionBudget>(poddisruptionbudgets, 'web', (current) => ({
      ...current.status,
      disruptionsAllowed: 0,
      disruptedPods: { a: toTimestamp(stage.loop.now) },
    }));
    settle();
    expect(counts()).to.deep.equal([2, 1, 1, 0]);
    stage.loop.pass(120_000);
    expect(counts()).to.deep.equal([2, 1, 1, 0]);
    stage.loop.pass(1);
    expect(counts()).to.deep.equal([2, 2, 1, 1]);
    expect(status().disruptedPods).to.equal(undefined);
    expect(said()).to.deep.include([
      'NotDeleted',
      "Pod was expected by PDB shop/shop to be deleted but it wasn't",
    ]);
  });

  it('says of a pod with several budgets which one it woke', () => {
    budget('one', { minAvailable: 1 });
    budget('two', { minAvailable: 1 });
    pod('a');
    expect(said()).to.deep.include([
      'MultiplePodDisruptionBudgets',
      'Pod "shop"/"a" matches multiple PodDisruptionBudgets.  Chose "one" arbitrarily.',
    ]);
    expect([counts('one')[1], counts('two')[1]]).to.deep.equal([1, 0]);
  });
});

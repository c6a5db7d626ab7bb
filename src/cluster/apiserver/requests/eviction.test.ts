import { expect } from 'chai';
import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import { resources } from '../../../kubernetes/kinds/resources';
import type { ApiError } from '../../../kubernetes/refusals';
import type { EvictionOptions } from '../../../port/api';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from './caller';

const { pods, poddisruptionbudgets } = resources;

describe('an eviction', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  /** A bound pod that runs, and is ready. */
  const pod = (name: string, { phase = 'Running', ready = true } = {}): void => {
    stage.pod(name, { node: 'east-1' });
    stage.amendStatus<Pod>(pods, name, ({ status }) => ({
      ...status,
      phase,
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: toTimestamp(0) }],
    }));
  };
  /** A budget about all pods, with what its controller has found. */
  const budget = (
    name: string,
    found: Partial<PodDisruptionBudget['status']> = {},
    spec: PodDisruptionBudget['spec'] = {},
  ): void => {
    stage.create({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { selector: {}, ...spec },
    });
    stage.amendStatus<PodDisruptionBudget>(poddisruptionbudgets, name, ({ status }) => ({
      ...status,
      observedGeneration: 1,
      ...found,
    }));
  };
  const evict = (name: string, options?: EvictionOptions): void =>
    stage.server.evict(NAMESPACE, name, administrator, options);
  const refused = (name: string, options?: EvictionOptions): ApiError =>
    refusalOf(() => evict(name, options));
  const why = (name: string): string | undefined => refused(name).status.causes?.[0]?.message;
  const leaves = (name: string): boolean => {
    const found = stage.find<Pod>(pods, name);
    return !found || isTerminating(found);
  };
  const statusOf = (name: string) => stage.find<PodDisruptionBudget>(poddisruptionbudgets, name)?.status;

  it('deletes a pod that no budget is about, and says why', () => {
    pod('a');
    budget('other', {}, { selector: { matchLabels: { app: 'x' } } });
    budget('nobody', {}, { selector: undefined });
    evict('a', { gracePeriodSeconds: 7 });
    const { metadata, status } = stage.find<Pod>(pods, 'a') ?? {};
    expect(metadata?.deletionGracePeriodSeconds).to.equal(7);
    const target = status?.conditions?.find(({ type }) => type === 'DisruptionTarget');
    expect([target?.status, target?.reason, target?.message]).to.deep.equal([
      'True',
      'EvictionByEvictionAPI',
      'Eviction API: evicting',
    ]);
  });

  it('uses up what the budget allows', () => {
    for (const name of ['a', 'b']) pod(name);
    budget('web', { disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1 });
    evict('a');
    expect(leaves('a')).to.equal(true);
    expect(statusOf('web')?.disruptionsAllowed).to.equal(0);
    expect(statusOf('web')?.disruptedPods).to.deep.equal({ a: toTimestamp(0) });
    const [condition] = statusOf('web')?.conditions ?? [];
    expect([condition?.type, condition?.status, condition?.reason]).to.deep.equal([
      'DisruptionAllowed',
      'False',
      'InsufficientPods',
    ]);
    const { code, reason, message } = refused('b');
    expect([code, reason, message]).to.deep.equal([
      429,
      'TooManyRequests',
      "Cannot evict pod as it would violate the pod's disruption budget.",
    ]);
    expect(leaves('b')).to.equal(false);
  });

  it('is told in the details why it is not allowed', () => {
    pod('a');
    budget('web', { currentHealthy: 1, desiredHealthy: 2 });
    expect(why('a')).to.equal('The disruption budget web needs 2 healthy pods and has 1 currently');
    const says = (currentHealthy: number, reason: string, message: string): void => {
      const lastTransitionTime = toTimestamp(0);
      const conditions = [
        { type: 'DisruptionAllowed', status: 'False', reason, message, lastTransitionTime } as const,
      ];
      stage.amendStatus<PodDisruptionBudget>(poddisruptionbudgets, 'web', ({ status }) => ({
        ...status,
        currentHealthy,
        conditions,
      }));
    };
    says(1, 'SyncFailed', 'no scale');
    expect(why('a')).to.equal(
      'The disruption budget web does not allow evicting pods currently because it failed sync: no scale',
    );
    says(3, 'Frozen', 'for today');
    expect(why('a')).to.equal(
      'The disruption budget web does not allow evicting pods currently (Frozen): for today',
    );
    says(3, 'InsufficientPods', '');
    expect(why('a')).to.equal('The disruption budget web does not allow evicting pods currently');
  });

  it('waits for a budget that its controller has not seen yet', () => {
    pod('a');
    budget('web', { observedGeneration: 0, disruptionsAllowed: 1 });
    expect(why('a')).to.equal('The disruption budget web is still being processed by the server.');
    expect(refused('a').status.retryAfterSeconds).to.equal(10);
  });

  it('is impossible under two budgets', () => {
    pod('a');
    for (const name of ['web', 'all']) budget(name, { disruptionsAllowed: 1 });
    const { code, message } = refused('a');
    expect([code, message]).to.deep.equal([
      500,
      'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    ]);
  });

  it('asks nobody about pods that do not run', () => {
    for (const phase of ['Pending', 'Succeeded', 'Failed']) pod(phase.toLowerCase(), { phase });
    pod('leaving');
    stage.delete(pods, 'leaving');
    budget('web');
    for (const name of ['pending', 'succeeded', 'failed', 'leaving']) {
      evict(name);
      expect(leaves(name), name).to.equal(true);
    }
  });

  it('lets a pod go that is not ready, if enough others are', () => {
    for (const name of ['a', 'b']) pod(name, { ready: false });
    budget('web', { currentHealthy: 2, desiredHealthy: 2 });
    evict('a');
    expect(leaves('a')).to.equal(true);
    expect(statusOf('web')?.disruptedPods).to.equal(undefined);
    stage.amendStatus<PodDisruptionBudget>(poddisruptionbudgets, 'web', ({ status }) => ({
      ...status,
      currentHealthy: 1,
    }));
    expect(refused('b').code).to.equal(429);
  });

  it('lets no pod go that is not ready under a budget that asks for none, and allows none', () => {
    pod('a', { ready: false });
    budget('web', { currentHealthy: 0, desiredHealthy: 0 });
    expect(refused('a').code).to.equal(429);
  });

  it('lets a pod go that is not ready anyway, if the budget says so', () => {
    pod('a', { ready: false });
    budget('web', { currentHealthy: 0, desiredHealthy: 2 }, { unhealthyPodEvictionPolicy: 'AlwaysAllow' });
    evict('a');
    expect(leaves('a')).to.equal(true);
  });

  it('may only ask', () => {
    pod('a');
    budget('web', { disruptionsAllowed: 1 });
    evict('a', { dryRun: true });
    expect([leaves('a'), statusOf('web')?.disruptionsAllowed]).to.deep.equal([false, 1]);
    stage.amendStatus<PodDisruptionBudget>(poddisruptionbudgets, 'web', ({ status }) => ({
      ...status,
      disruptionsAllowed: 0,
    }));
    expect(refused('a', { dryRun: true }).code).to.equal(429);
  });

  it('is about one very pod', () => {
    pod('a');
    const { message } = refused('a', { preconditions: { uid: 'other' } });
    expect(message).to.match(
      /^Operation cannot be fulfilled on Pod "a": the UID in the precondition \(other\) does not match the UID in record \(.*\)\. The object might have been deleted and then recreated$/,
    );
    expect(refused('a', { preconditions: { resourceVersion: '1' } }).code).to.equal(409);
    expect(leaves('a')).to.equal(false);
  });
});

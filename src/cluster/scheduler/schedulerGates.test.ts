import { expect } from 'chai';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';
import { handsOn } from './scheduler.testkit';

const { events, pods } = resources;

describe('the scheduler leaves a pod alone that has a gate', () => {
  let stage = new Stage();
  const { pod, nodeOf, scheduled, settle } = handsOn(() => stage);
  beforeEach(() => {
    stage = new Stage();
    new Scheduler(stage);
    stage.node('east-1');
    pod('gated', '1', { schedulingGates: [{ name: 'example.test/a' }, { name: 'example.test/b' }] });
  });
  const openTo = (...names: string[]) => {
    stage.amend<Pod>(pods, 'gated', (current) => ({
      ...current,
      spec: { ...current.spec, schedulingGates: names.map((name) => ({ name })) },
    }));
    settle();
  };

  it('which says so itself, and nobody else does', () => {
    expect(scheduled('gated')).to.deep.include({
      status: 'False',
      reason: 'SchedulingGated',
      message: 'Scheduling is blocked due to non-empty scheduling gates',
    });
    expect(nodeOf('gated')).to.equal(undefined);
    expect([...stage.registry.store.all(events)]).to.deep.equal([]);
  });

  it('until the last gate is gone', () => {
    openTo('example.test/b');
    expect(nodeOf('gated')).to.equal(undefined);
    openTo();
    expect(nodeOf('gated')).to.equal('east-1');
    expect(([...stage.registry.store.all(events)] as Event[]).map(({ reason }) => reason)).to.deep.equal([
      'Scheduled',
    ]);
  });
});

import { expect } from 'chai';
import { podCondition, withCondition } from './condition';

const since = '2026-01-01T00:00:00Z';
const ready = podCondition('Ready', { status: 'True', since });
const waiting = podCondition('PodScheduled', {
  status: 'False',
  since,
  reason: 'Unschedulable',
  message: '',
});

describe('a condition of a pod', () => {
  it('says since when, and why if there is a reason', () => {
    expect(JSON.stringify(ready)).to.equal(
      `{"type":"Ready","status":"True","lastProbeTime":null,"lastTransitionTime":"${since}"}`,
    );
    expect(waiting).to.include({ reason: 'Unschedulable', message: '' });
  });

  it('takes the place of the last of its type, behind the others', () => {
    const scheduled = podCondition('PodScheduled', { status: 'True', since });
    expect(withCondition([waiting, ready], scheduled)).to.deep.equal([ready, scheduled]);
    expect(withCondition(undefined, scheduled)).to.deep.equal([scheduled]);
  });
});

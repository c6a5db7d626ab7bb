import { expect } from 'chai';
import type { PodCondition } from '../../kubernetes/kinds/pod/pod';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { conditionsFor, type Findings } from './podConditions';

const fine: Findings = { hasSandbox: true, incomplete: [], unready: [] };
const FIRST = '2026-01-01T00:00:01Z';
const LATER = '2026-01-01T00:00:09Z';

const found = (findings: Partial<Findings>, before: readonly PodCondition[] = [], now = FIRST) => {
  const pod = aPod();
  return conditionsFor({ ...pod, status: { conditions: before } }, { ...fine, ...findings }, now);
};
const of = (conditions: readonly PodCondition[], type: string) => {
  const { status, reason, message } = conditions.find((each) => each.type === type) ?? {};
  return [status, reason, message].filter((each) => each !== undefined && each !== '').join(' ');
};

describe('the conditions of a pod', () => {
  it('name the containers that are not ready, and those that have not done their work', () => {
    const told = found({ unready: ['main', 'other'], incomplete: ['first'], hasSandbox: false });
    expect(of(told, 'Ready')).to.equal(
      'False ContainersNotReady containers with unready status: [main other]',
    );
    expect(of(told, 'Initialized')).to.equal(
      'False ContainersNotInitialized containers with incomplete status: [first]',
    );
    expect(of(told, 'PodReadyToStartContainers')).to.equal('False');
    expect(of(found({}), 'Ready')).to.equal('True');
  });

  it('say how it ended', () => {
    expect(of(found({ end: 'PodFailed' }), 'ContainersReady')).to.equal('False PodFailed');
    expect(of(found({ end: 'PodCompleted' }), 'Initialized')).to.equal('True PodCompleted');
  });

  it('keep their times as long as they stay the same', () => {
    const before = found({ unready: ['main'] });
    const times = found({}, before, LATER).map(
      ({ type, lastTransitionTime }) => `${type} ${lastTransitionTime?.slice(17, 19)}`,
    );
    expect(times).to.include.members(['Initialized 01', 'Ready 09', 'ContainersReady 09', 'PodScheduled 01']);
  });

  it('let others have theirs, and wait for those that the pod asks for', () => {
    const pod = aPod();
    const type = 'example.com/attached';
    const gated = (conditions: readonly PodCondition[]) =>
      conditionsFor(
        {
          ...pod,
          spec: { ...pod.spec, readinessGates: [{ conditionType: type }] },
          status: { conditions },
        },
        fine,
        FIRST,
      );
    expect(of(gated([]), 'Ready')).to.equal(
      `False ReadinessGatesNotReady corresponding condition of pod readiness gate "${type}" does not exist.`,
    );
    expect(of(gated([{ type, status: 'False' }]), 'Ready')).to.equal(
      `False ReadinessGatesNotReady the status of pod readiness gate "${type}" is not "True", but False`,
    );
    const open = gated([{ type, status: 'True' }]);
    expect([of(open, 'Ready'), of(open, type), of(gated([]), 'ContainersReady')]).to.deep.equal([
      'True',
      'True',
      'True',
    ]);
  });
});

import { expect } from 'chai';
import type { Pressure } from '../../port/world';
import { mergedConditions, networkCondition, reportedConditions } from './nodeConditions';
import { nodeInfoOf } from './nodeFacts';

const health = { ready: true, isShuttingDown: false, pressures: new Set<Pressure>() };
const told = (conditions: ReturnType<typeof reportedConditions>) =>
  conditions.map(({ type, status, reason }) => `${type}=${status} ${reason}`);

describe('what a kubelet reports of its node', () => {
  it('is that it has enough of everything', () => {
    expect(told(reportedConditions(health, 0))).to.deep.equal([
      'MemoryPressure=False KubeletHasSufficientMemory',
      'DiskPressure=False KubeletHasNoDiskPressure',
      'PIDPressure=False KubeletHasSufficientPID',
      'Ready=True KubeletReady',
    ]);
  });

  it('is what it is short of', () => {
    const pressures = new Set(['memory', 'disk', 'PID'] as const);
    expect(told(reportedConditions({ ...health, pressures }, 0)).slice(0, 3)).to.deep.equal([
      'MemoryPressure=True KubeletHasInsufficientMemory',
      'DiskPressure=True KubeletHasDiskPressure',
      'PIDPressure=True KubeletHasInsufficientPID',
    ]);
  });

  it('is why it is not ready', () => {
    const message = (ready: boolean, isShuttingDown: boolean) =>
      reportedConditions({ ...health, ready, isShuttingDown }, 0).at(-1)?.message ?? '';
    expect(message(true, true)).to.equal('node is shutting down');
    expect(message(false, false)).to.match(/^container runtime network not ready/);
    expect(message(false, true)).to.match(/^\[container runtime .*, node is shutting down\]$/);
  });

  it('changes a time with its status only, and leaves alone what others have written', () => {
    const before = mergedConditions([networkCondition(0)], reportedConditions(health, 0));
    const pressures = new Set(['disk'] as const);
    const after = mergedConditions(before, reportedConditions({ ...health, pressures }, 60_000));
    expect(
      after.map(({ type, lastTransitionTime }) => `${type} ${lastTransitionTime?.slice(14, 16)}`),
    ).to.deep.equal([
      'MemoryPressure 00',
      'DiskPressure 01',
      'PIDPressure 00',
      'NetworkUnavailable 00',
      'Ready 00',
    ]);
  });
});

describe('the facts of a machine', () => {
  it('are its own, and another boot ID after every start', () => {
    const [first, again, other] = [
      nodeInfoOf({ name: 'east-1' }, 1),
      nodeInfoOf({ name: 'east-1' }, 2),
      nodeInfoOf({ name: 'east-2' }, 1),
    ];
    expect(first?.machineID)
      .to.match(/^[0-9a-f]{32}$/)
      .and.equal(again?.machineID);
    expect(first?.machineID).not.to.equal(other?.machineID);
    expect(first?.bootID).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first?.bootID).not.to.equal(again?.bootID);
  });

  it('name the architecture that its labels name', () => {
    const labels = { 'kubernetes.io/arch': 'arm64' };
    expect(nodeInfoOf({ name: 'east-1', labels }, 1)?.architecture).to.equal('arm64');
    expect(nodeInfoOf({ name: 'east-1' }, 1)?.architecture).to.equal('amd64');
  });
});

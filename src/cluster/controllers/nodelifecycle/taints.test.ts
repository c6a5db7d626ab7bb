import { expect } from 'chai';
import type { Taint } from '../../../kubernetes/fields/taints';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { aNode } from '../../../kubernetes/kinds/samples.testkit';
import { evictingTaint, isGivenUp, repellingTaints, withManagedTaints } from './taints';

/** A node with these conditions, `Type=Status`. */
const reporting = (...conditions: string[]): Node => {
  const node = aNode();
  const reported = conditions.map((each) => {
    const [type = '', status = ''] = each.split('=');
    return { type, status };
  });
  return { ...node, status: { ...node.status, conditions: reported } };
};
const inWords = (taints: readonly Taint[]): string[] =>
  taints.map(({ key, effect }) => `${key.replace('node.kubernetes.io/', '')}:${effect}`);

describe('what is wrong with a node', () => {
  it('keeps new pods off it, each thing by a taint of its own', () => {
    expect(inWords(repellingTaints(reporting('Ready=False', 'DiskPressure=True')))).to.deep.equal([
      'not-ready:NoSchedule',
      'disk-pressure:NoSchedule',
    ]);
    expect(inWords(repellingTaints(reporting('Ready=Unknown')))).to.deep.equal(['unreachable:NoSchedule']);
    expect(repellingTaints(reporting('Ready=True', 'MemoryPressure=False'))).to.deep.equal([]);
  });

  it('may be that it is cordoned, but not that it has reported nothing yet', () => {
    expect(repellingTaints(reporting())).to.deep.equal([]);
    const cordoned = { ...reporting('Ready=True'), spec: { unschedulable: true } };
    expect(inWords(repellingTaints(cordoned))).to.deep.equal(['unschedulable:NoSchedule']);
  });

  it('drives pods off it only if it is not ready', () => {
    expect(evictingTaint(reporting('Ready=False'))?.key).to.equal('node.kubernetes.io/not-ready');
    expect(evictingTaint(reporting('Ready=Unknown'))?.key).to.equal('node.kubernetes.io/unreachable');
    expect(evictingTaint(reporting('Ready=True', 'DiskPressure=True'))).to.equal(undefined);
    expect(evictingTaint(reporting())).to.equal(undefined);
  });
});

describe('the taints that the control plane manages', () => {
  const mine: Taint = { key: 'team', value: 'ml', effect: 'NoExecute' };
  const repelling: Taint = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };
  const evicting: Taint = { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' };

  it('come and go, and those of users stay', () => {
    const marked = withManagedTaints(aNode({ taints: [mine] }), [repelling, evicting], 60_000);
    expect(marked?.spec.taints).to.deep.equal([
      mine,
      { ...repelling, timeAdded: toTimestamp(60_000) },
      { ...evicting, timeAdded: toTimestamp(60_000) },
    ]);
    expect(isGivenUp(marked ?? aNode())).to.equal(true);
    expect(withManagedTaints(marked ?? aNode(), [], 60_000)?.spec.taints).to.deep.equal([mine]);
    expect(withManagedTaints(aNode({ taints: [repelling] }), [], 0)?.spec).to.deep.equal({});
  });

  it('are left as they are if they are right', () => {
    const node = aNode({ taints: [mine, { ...evicting, timeAdded: toTimestamp(0) }] });
    expect(withManagedTaints(node, [evicting], 60_000)).to.equal(undefined);
    expect(withManagedTaints(aNode(), [], 0)).to.equal(undefined);
  });

  it('give a node up, as those of users do not', () => {
    expect(isGivenUp(aNode({ taints: [evicting] }))).to.equal(true);
    expect(isGivenUp(aNode({ taints: [mine, repelling] }))).to.equal(false);
    expect(isGivenUp(aNode())).to.equal(false);
  });
});

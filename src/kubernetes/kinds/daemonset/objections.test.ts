import { expect } from 'chai';
import fc from 'fast-check';
import type { WrittenSelector } from '../../fields/labels';
import { nodeTaints, type Taint } from '../../fields/taints';
import { readNodeSelector } from '../namespace/nodeSelector';
import type { Node } from '../node/node';
import type { Pod } from '../pod/pod';
import { aDaemonSet, aNode, pinnedTo } from '../samples.testkit';
import type { DaemonSet } from './daemonSet';
import { eligibility, type Objection, objections, placementOf } from './eligibility';

const wanting = (template: Partial<Pod['spec']>): DaemonSet => aDaemonSet({ template });
const against = (
  node: Node,
  set: DaemonSet = aDaemonSet(),
  project?: WrittenSelector,
): readonly Objection[] => objections(node, placementOf(set, project));

const key = fc.constantFrom('disk', 'region');
const value = fc.constantFrom('a', 'b');
const anySelector = fc.option(
  fc
    .array(
      fc.oneof(
        fc.tuple(key, value).map((pair) => pair.join('=')),
        key,
        key.map((each) => `!${each}`),
      ),
    )
    .map((terms) => readNodeSelector(terms.join(','))),
  { nil: undefined },
);
const effect = fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule');
const taintKey = fc.constantFrom('gpu', nodeTaints.unschedulable, nodeTaints.networkUnavailable);
const nodeName = fc.constantFrom('east-1', 'east-2');

const anyNode = fc
  .record({
    name: nodeName,
    labels: fc.dictionary(key, value),
    taints: fc.array(fc.record({ key: taintKey, value, effect }), { maxLength: 3 }),
  })
  .map(aNode);

const anySet = fc
  .record(
    {
      nodeName,
      nodeSelector: fc.dictionary(key, value),
      affinity: nodeName.map(pinnedTo),
      tolerations: fc.array(
        fc.record({ key: taintKey, operator: fc.constantFrom('Exists', 'Equal'), value, effect }),
      ),
      hostNetwork: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((template) => wanting(template as Partial<Pod['spec']>));

interface Situation {
  readonly node: Node;
  readonly set: DaemonSet;
  readonly project: WrittenSelector | undefined;
}

/** The situation without one of its objections. */
const mend = ({ node, set, project }: Situation, objection: Objection): Situation => {
  const without = (field: 'nodeName' | 'nodeSelector' | 'affinity'): DaemonSet => {
    const { [field]: _dropped, ...spec } = set.spec.template.spec as Pod['spec'];
    return wanting(spec);
  };
  switch (objection.by) {
    case 'project':
      return { node, set, project: undefined };
    case 'taint': {
      const taints = node.spec.taints?.filter((each) => each !== objection.taint) ?? [];
      return { node: { ...node, spec: { ...node.spec, taints } }, set, project };
    }
    default:
      return { node, set: without(objection.by), project };
  }
};

describe('what speaks against a node', () => {
  it('is nothing, on an ordinary node', () => {
    expect(against(aNode())).to.deep.equal([]);
  });

  const gpu: Taint = { key: 'gpu', effect: 'NoSchedule' };
  const broken: Taint = { key: 'broken', effect: 'NoExecute' };

  it('is said with the value that does', () => {
    const set = wanting({ nodeName: 'east-2', nodeSelector: { disk: 'ssd' }, affinity: pinnedTo('east-2') });
    expect(against(aNode({ taints: [gpu, broken] }), set, readNodeSelector('disk=local'))).to.deep.equal([
      { by: 'nodeName', nodeName: 'east-2' },
      { by: 'project', selector: 'disk=local' },
      { by: 'nodeSelector', selector: { disk: 'ssd' } },
      { by: 'affinity' },
      { by: 'taint', taint: gpu },
      { by: 'taint', taint: broken },
    ]);
  });

  it('decides: without it a pod is made, and nothing but NoSchedule lets one stay', () => {
    fc.assert(
      fc.property(anyNode, anySet, anySelector, (node, set, project) => {
        const found = against(node, set, project);
        const keepsOut = (each: Objection): boolean =>
          each.by === 'taint' && each.taint.effect === 'NoSchedule';
        // Where NoSchedule keeps new pods out, the project is not asked.
        const lasting = found.filter(
          (each) => !keepsOut(each) && !(each.by === 'project' && found.some(keepsOut)),
        );
        expect(eligibility(node, placementOf(set, project))).to.deep.equal({
          shouldRun: found.length === 0,
          shouldContinue: lasting.length === 0,
        });
      }),
    );
  });

  it('is all of it: a node that is rid of it gets its pod', () => {
    fc.assert(
      fc.property(anyNode, anySet, anySelector, (node, set, project) => {
        const mended = against(node, set, project).reduce(mend, { node, set, project });
        const { shouldRun } = eligibility(mended.node, placementOf(mended.set, mended.project));
        expect(shouldRun).to.equal(true);
      }),
    );
  });
});

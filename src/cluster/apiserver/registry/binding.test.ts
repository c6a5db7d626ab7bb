import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import { refusalOf, Stage } from '../../stage.testkit';

const { pods } = resources;

describe('a binding', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  it('ties a pod to a node, once', () => {
    const pod = stage.pod('agent-1');
    const bound = stage.registry.bind(pod, 'east-1');
    expect(bound.spec.nodeName).to.equal('east-1');
    expect(bound.status.conditions?.map(({ type, status }) => `${type}=${status}`)).to.deep.equal([
      'PodScheduled=True',
    ]);
    const refusal = refusalOf(() => stage.registry.bind(pod, 'east-2'));
    expect(refusal.message).to.match(/already assigned to node "east-1"/);
  });

  it('ties none of the same name that came later', () => {
    const pod = stage.pod('agent-1');
    stage.delete(pods, 'agent-1');
    stage.pod('agent-1');
    expect(refusalOf(() => stage.registry.bind(pod, 'east-1')).reason).to.equal('Conflict');
    expect(stage.find<Pod>(pods, 'agent-1')?.spec.nodeName).to.equal(undefined);
  });
});

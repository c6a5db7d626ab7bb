import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import type { ApiError } from '../../../../kubernetes/refusals';
import { refusalOf } from '../../../stage.testkit';
import { PartStage } from './parts.testkit';

describe('a binding that is sent', () => {
  let stage = new PartStage();
  const binding = (target: Part, metadata: Part = {}): Part => ({
    apiVersion: 'v1',
    kind: 'Binding',
    metadata: { name: 'a', ...metadata },
    target,
  });
  beforeEach(() => {
    stage = new PartStage();
    stage.pod('a');
  });

  it('ties the pod to a node, and gives it what labels and annotations it brings', () => {
    stage.post('pods', 'a', 'binding', binding({ kind: 'Node', name: 'east-1' }, { labels: { by: 'me' } }));
    const { spec, metadata } = stage.stored('pods', 'a');
    expect(spec.nodeName).to.equal('east-1');
    expect(metadata.labels).to.deep.include({ by: 'me' });
  });

  it('can be sent to the collection of bindings, too', () => {
    stage.send(binding({ name: 'east-1' }));
    expect(stage.stored('pods', 'a').spec.nodeName).to.equal('east-1');
  });

  it('names its pod', () => {
    expect(refusalOf(() => stage.post('pods', 'a', 'binding', {}))).to.include({
      code: 400,
      message: 'name in URL does not match name in Binding object',
    });
  });

  it('is refused for a pod that is bound or gated, without a node, and to what is none', () => {
    const refusal = (sent: Part): ApiError => refusalOf(() => stage.post('pods', 'a', 'binding', sent));
    expect(refusal(binding({}))).to.include({ code: 500, message: 'target.name: Required value' });
    expect(refusal(binding({ kind: 'Rack', name: 'x' })).message).to.equal(
      'target.kind: Unsupported value: "Rack": supported values: "Node", "<empty>"',
    );
    stage.post('pods', 'a', 'binding', binding({ name: 'east-1' }));
    expect(refusal(binding({ name: 'east-2' })).message).to.equal(
      'Operation cannot be fulfilled on pods/binding "a": pod a is already assigned to node "east-1"',
    );
    stage.pod('b', { schedulingGates: [{ name: 'wait' }] });
    expect(
      refusalOf(() => stage.post('pods', 'b', 'binding', binding({ name: 'x' }, { name: 'b' }))).message,
    ).to.match(/pod b has non-empty \.spec\.schedulingGates$/);
  });
});

import { expect } from 'chai';
import { kindsFromTheStart } from '../../../kubernetes/kinds/everyKind';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { resources } from '../../../kubernetes/kinds/resources';
import { aNode, aPod } from '../../../kubernetes/kinds/samples.testkit';
import { refusalOf } from '../../stage.testkit';
import { compileFieldSelector } from './fieldSelector';

const selects = (text: string, pod = aPod({ node: 'east-1', phase: 'Running' })): boolean =>
  compileFieldSelector(resources.pods, text)(pod);

describe('a field selector', () => {
  it('asks for all that it says, with =, == and !=', () => {
    expect(selects('spec.nodeName=east-1,status.phase==Running')).to.equal(true);
    expect(selects('spec.nodeName=east-1,status.phase!=Running')).to.equal(false);
    expect(selects('metadata.namespace != bank')).to.equal(true);
  });

  it('takes a missing field for an empty one', () => {
    expect(selects('spec.nodeName=', aPod())).to.equal(true);
    expect(selects('spec.nodeName!=', aPod())).to.equal(false);
  });

  it('knows the fields of its kind only', () => {
    expect(compileFieldSelector(resources.nodes, 'metadata.name=east-1')(aNode())).to.equal(true);
    const refusal = refusalOf(() => compileFieldSelector(resources.nodes, 'spec.nodeName=east-1'));
    expect(refusal.message).to.equal('field label not supported: spec.nodeName');
    expect(refusalOf(() => selects('constructor=')).message).to.equal(
      'field label not supported: constructor',
    );
  });

  it('reads a switch that is not set as off', () => {
    expect(compileFieldSelector(resources.nodes, 'spec.unschedulable=false')(aNode())).to.equal(true);
    expect(selects('spec.hostNetwork=true')).to.equal(false);
    expect(selects('status.podIP=,status.nominatedNodeName=')).to.equal(true);
  });

  it('is refused in the words of its kind', () => {
    const refusalOn = (kind: Kind) => refusalOf(() => compileFieldSelector(kind, 'spec.x=1')).message;
    expect(refusalOn(resources.namespaces)).to.equal('field label not supported: spec.x');
    expect(refusalOn(resources.daemonsets)).to.equal(
      '"spec.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
    );
    const job = kindsFromTheStart().of({ apiVersion: 'batch/v1', kind: 'Job' });
    expect(job && refusalOn(job)).to.equal('field label "spec.x" not supported for Job');
  });

  it('asks for the namespace of what has one', () => {
    const refusal = refusalOf(() => compileFieldSelector(resources.nodes, 'metadata.namespace=a'));
    expect(refusal.message).to.equal('field label not supported: metadata.namespace');
  });

  it('is refused if it cannot be read', () => {
    expect(refusalOf(() => selects('status.phase')).message).to.equal(
      "invalid field selector: invalid selector: 'status.phase'; can't understand 'status.phase'",
    );
  });
});

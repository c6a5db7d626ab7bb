import { expect } from 'chai';
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

  it('is refused if it cannot be read', () => {
    expect(refusalOf(() => selects('status.phase')).message).to.equal(
      "invalid field selector: invalid selector: 'status.phase'; can't understand 'status.phase'",
    );
  });
});

import { expect } from 'chai';
import { readAmountOf, readLabels, readNodeName, readTaint, readTaints } from './values';

describe('labels', () => {
  it('are separated by commas', () => {
    expect(readLabels('role=worker, disk=')).to.deep.equal({ role: 'worker', disk: '' });
    expect(readLabels('')).to.deep.equal({});
  });

  it('must have a value, be it empty', () => {
    expect(() => readLabels('role')).to.throw('"role" is no label.');
  });

  it('are those that the API server would take, each once', () => {
    expect(() => readLabels('disk=🚀')).to.throw('"🚀" is no value of a label: a valid label must be');
    expect(() => readLabels('-a-=b')).to.throw('"-a-" is no key of a label: name part must consist');
    expect(() => readLabels('a=b, a=c')).to.throw('The label "a" is set twice');
  });
});

describe('taints', () => {
  it('are written as oc writes them', () => {
    expect(readTaint('team=ml:NoSchedule')).to.deep.equal({ key: 'team', value: 'ml', effect: 'NoSchedule' });
    expect(readTaint('team:NoExecute')).to.deep.equal({ key: 'team', effect: 'NoExecute' });
    expect(() => readTaint('team=ml')).to.throw('"team=ml" is no taint.');
  });

  it('are those that the API server would take', () => {
    expect(() => readTaints('team=ml:NoSchedule,team=web:NoSchedule')).to.throw('unique by key and effect');
    expect(() => readTaints('-a-:NoSchedule')).to.throw('name part must consist');
  });
});

describe('names and amounts of nodes', () => {
  it('are those that the API server would take', () => {
    expect(readNodeName('east-1.example.com')).to.equal('east-1.example.com');
    expect(() => readNodeName('Node_1')).to.throw('"Node_1" is no name of a node: a lowercase RFC 1123');
    expect(readAmountOf('cpu', '1500m', 'cores')).to.equal('1500m');
    expect(() => readAmountOf('cpu', '-1', 'cores, like 2')).to.throw('must be greater than or equal to 0');
    expect(() => readAmountOf('pods', '1.5', 'how many')).to.throw('must be an integer');
  });
});

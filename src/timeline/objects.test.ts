import { expect } from 'chai';
import { firstTime, lastTime, removalOf } from './firsts';
import { History } from './history.testkit';
import { namesNow, objectNow, statesOf } from './objects';

const history = new History()
  .other(1, 'ADDED', 'Node', 'east-1')
  .other(2, 'ADDED', 'Node', 'east-2')
  .other(3, 'DELETED', 'Node', 'east-1')
  .other(4, 'ADDED', 'Node', 'east-1')
  .other(5, 'DELETED', 'Node', 'east-1');
const changes = history.timeline.changes();

describe('objects of a timeline', () => {
  it('names those that are there now', () => {
    expect(namesNow(changes, 'Node')).to.deep.equal(['east-2']);
    expect(namesNow(changes, 'Pod')).to.deep.equal([]);
  });

  it('gives an object only while it is there', () => {
    expect(objectNow(changes, 'Node', 'east-2')?.metadata.name).to.equal('east-2');
    expect(objectNow(changes, 'Node', 'east-1')).to.equal(undefined);
    expect(objectNow(changes, 'Pod', 'east-2')).to.equal(undefined);
  });

  it('gives every state an object went through', () => {
    expect(statesOf(changes, 'Node', 'east-1')).to.have.length(4);
  });
});

describe('firstTime and lastTime', () => {
  const removal = removalOf('Node', 'east-1');

  it('find the first and the last change that fits', () => {
    expect(firstTime(changes, removal)).to.deep.equal({ at: 3000, index: 2 });
    expect(lastTime(changes, removal)).to.deep.equal({ at: 5000, index: 4 });
  });

  it('look from a moment on', () => {
    expect(firstTime(changes, removal, { at: 3000, index: 3 })).to.deep.equal({ at: 5000, index: 4 });
  });

  it('find nothing where nothing fits', () => {
    expect(firstTime(changes, removalOf('Node', 'west-1'))).to.equal(undefined);
    expect(lastTime(changes, removalOf('Pod', 'east-1'))).to.equal(undefined);
  });
});

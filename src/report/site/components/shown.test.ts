import { expect } from 'chai';
import { node, pod, scene } from '../../../film/scenes.testkit';
import { marksOf, NO_MARKS } from './marks';
import { shown } from './shown';

const many = Array.from({ length: 20 }, (_, index) => node(`node-${index}`));
const names = (places: ReturnType<typeof shown>['places']) => places.map(({ name }) => name);

describe('what is shown of a cluster', () => {
  it('is everything, up to eight nodes', () => {
    const { places, rest } = shown(scene(many.slice(0, 8), [pod('a', 'node-3')]), NO_MARKS);
    expect(places.length).to.equal(8);
    expect(places[3]?.pods.map(({ id }) => id)).to.deep.equal(['a']);
    expect(rest).to.equal(undefined);
  });

  it('is eight of many nodes, those first that changed, and a count of the others by the state of their pods', () => {
    const pods = many.map(({ name }, index) =>
      pod(name, name, { state: index % 10 === 9 ? 'pending' : 'ready' }),
    );
    const before = scene(
      many.filter(({ name }) => name !== 'node-15'),
      pods,
    );
    const after = scene(many, pods);
    const { places, rest } = shown(after, marksOf(before, after));
    expect(names(places)).to.deep.equal([...many.slice(0, 7).map(({ name }) => name), 'node-15']);
    expect(rest?.nodes).to.equal(12);
    expect([...(rest?.pods ?? [])]).to.deep.equal([
      ['ready', 10],
      ['pending', 2],
    ]);
  });

  it('is six of many pods on a node', () => {
    const pods = Array.from({ length: 9 }, (_, index) => pod(`p${index}`, 'node-0', { state: 'failed' }));
    const [place] = shown(scene(many.slice(0, 1), pods), NO_MARKS).places;
    expect(place?.pods.length).to.equal(6);
    expect([...(place?.more ?? [])]).to.deep.equal([['failed', 3]]);
  });

  it('are pods without a node, and pods of nodes that are gone', () => {
    const { places } = shown(scene([node('east-1')], [pod('a', undefined), pod('b', 'old-1')]), NO_MARKS);
    expect(places.map(({ name, node: there }) => [name, there?.name])).to.deep.equal([
      ['east-1', 'east-1'],
      [undefined, undefined],
      ['old-1', undefined],
    ]);
  });

  it('are nodes and pods that went since the picture before, where they were', () => {
    const before = scene([node('east-1'), node('east-2')], [pod('a', 'east-1'), pod('b', 'east-2')]);
    const after = scene([node('east-1')]);
    const { places } = shown(after, marksOf(before, after));
    expect(places.map(({ name, pods }) => [name, pods.map(({ id }) => id)])).to.deep.equal([
      ['east-1', ['a']],
      ['east-2', ['b']],
    ]);
  });
});

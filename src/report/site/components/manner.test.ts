import { expect } from 'chai';
import { pod, scene, set } from '../../../film/scenes.testkit';
import { ageOf, labelOf, mannerOf } from './manner';

const v1 = pod('a', 'east-1');
const v2 = pod('b', 'east-1', { revision: 2, version: 'v2' });

describe('how pods are named in pictures', () => {
  it('is their version where that tells them apart', () => {
    const manner = mannerOf([scene([], [v1]), scene([], [v2])]);
    expect(labelOf(v1, manner)).to.deep.equal({ version: 'v1' });
  });

  it('is their revision, too, where pods of one version differ', () => {
    const other = { ...v1, revision: 3 };
    expect(labelOf(other, mannerOf([scene([], [v1, other])]))).to.deep.equal({ version: 'v1', revision: 3 });
  });

  it('is the name of their daemon set, too, where there are several, and the project where there are several', () => {
    const stranger = pod('x', 'east-1', { set: 'node-exporter' });
    expect(labelOf(v1, mannerOf([scene([], [v1, stranger])])).name).to.equal('log-agent');
    const elsewhere = pod('x', 'east-1', { project: 'shop' });
    expect(labelOf(elsewhere, mannerOf([scene([], [v1, elsewhere])])).name).to.equal('shop/log-agent');
  });

  it('is their own name where no daemon set has them', () => {
    const lonely = pod('web-0', 'east-1', { set: undefined, revision: undefined });
    expect(labelOf(lonely, mannerOf([scene([], [lonely])]))).to.deep.equal({ name: 'web-0' });
  });
});

describe('the age of a pod', () => {
  it('is the same in every picture of a film in which revisions meet', () => {
    const manner = mannerOf([scene([], [v1]), scene([], [v1, v2])]);
    expect([ageOf(v1, manner), ageOf(v2, manner)]).to.deep.equal(['older', 'newer']);
  });

  it('is older as soon as the template is newer, with OnDelete', () => {
    expect(ageOf(v1, mannerOf([scene([], [v1], [set({ revision: 2, version: 'v2' })])]))).to.equal('older');
  });

  it('is nothing to speak of where there is one revision only', () => {
    expect(ageOf(v1, mannerOf([scene([], [v1])]))).to.equal(undefined);
  });
});

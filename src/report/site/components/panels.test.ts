import { expect } from 'chai';
import type { Shot } from '../../../film/scene';
import { node, scene } from '../../../film/scenes.testkit';
import { panelsOf } from './panels';
import type { Step, StepKind } from './step';

const step = (kind: StepKind): Step => ({ keyword: kind, text: 'it is so', kind, outcome: 'passed' });

/** A step that changed something, once a millisecond. */
const changing = (...times: readonly number[]): Shot =>
  times.map((at) => ({ at, scene: scene([node(`seen-at-${at}`)]) }));
const calm: Shot = [];

const told = (kinds: readonly StepKind[], shots: readonly (Shot | undefined)[]) =>
  panelsOf(kinds.map(step), shots).map(({ steps, moments, after }) => [
    steps.map(({ place }) => place),
    moments.map(({ at }) => at),
    after.map(({ place }) => place),
  ]);

describe('the panels of a strip', () => {
  it('are what is given, what is done, and what is seen after it', () => {
    expect(
      told(
        ['given', 'given', 'when', 'then', 'then'],
        [changing(1), changing(2, 3), changing(9), calm, calm],
      ),
    ).to.deep.equal([
      [[1, 2], [1, 2, 3], []],
      [[3], [9], [4, 5]],
    ]);
  });

  it('show a When of which nothing came, and what was seen then', () => {
    expect(told(['given', 'when', 'then'], [changing(1), calm, calm])).to.deep.equal([
      [[1], [1], []],
      [[2], [], [3]],
    ]);
  });

  it('put a When of which nothing came together with the next', () => {
    expect(told(['given', 'when', 'when'], [changing(1), calm, changing(5)])).to.deep.equal([
      [[1], [1], []],
      [[2, 3], [5], []],
    ]);
  });

  it('begin another where a Then changed something', () => {
    expect(told(['when', 'then', 'then'], [changing(1), changing(4), calm])).to.deep.equal([
      [[1], [1], []],
      [[2], [4], [3]],
    ]);
  });

  it('know the last picture before them', () => {
    const [, second, third] = panelsOf(
      ['given', 'when', 'then', 'when'].map((kind) => step(kind as StepKind)),
      [changing(1, 2), calm, calm, changing(7)],
    );
    expect([second?.before?.at, third?.before?.at]).to.deep.equal([2, 2]);
  });

  it('are there without a film, too', () => {
    expect(told(['given', 'when', 'then'], [])).to.deep.equal([
      [[1], [], []],
      [[2], [], [3]],
    ]);
  });
});

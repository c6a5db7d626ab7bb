import { expect } from 'chai';
import type { Film } from '../../../../film/film';
import type { StepShown } from '../../../../play/outcome';
import { momentsOf } from './moments';

const step: StepShown = { keyword: 'When', text: 'a', kind: 'when', outcome: 'passed' };

describe('the moments of an example', () => {
  it('are its pictures, and the steps in which nothing changed', () => {
    const film: Film = { version: 1, history: 'x', steps: [[[0], [5]], [], [[9]]] };
    const moments = momentsOf({ film, steps: [step, step, step] });
    expect(moments.map(({ step, at }) => [step, at])).to.deep.equal([
      [0, 0],
      [0, 5],
      [1, 5],
      [2, 9],
    ]);
    expect(moments[2]?.before).to.equal(moments[2]?.scene);
  });

  it('are none where nothing was filmed', () => {
    expect(momentsOf({ steps: [step] })).to.deep.equal([]);
  });
});

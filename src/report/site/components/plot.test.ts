import { expect } from 'chai';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Moment, Plot } from '../../../film/plot/plot';
import { PlotFigure } from './plot';

const moment = (x: number, old: number, fresh: number): Moment => ({
  x,
  at: 5000 + x * 2000,
  step: 1,
  old,
  new: fresh,
  unavailable: 2 - old - fresh,
  doubled: 0,
  isBehindGap: x === 2,
});

const plot: Plot = {
  set: { name: 'log-agent', project: 'demo' },
  before: { revision: 1, version: 'v1' },
  after: { revision: 2, version: '<v2>' },
  nodes: 2,
  budget: 1,
  moments: [moment(0, 2, 0), moment(1, 1, 0), moment(2, 0, 2)],
  marks: [{ step: 1, x: 0 }],
  width: 2,
  height: 2,
  isComplete: true,
};

describe('a plot of an update', () => {
  const text = renderToString(h(PlotFigure, { plot, language: 'en' }));

  it('draws a count as stairs, from 0 below to the highest above', () => {
    expect(text).to.contain('<path class="o" d="M0 0H500V50H1000V100"');
    expect(text).to.contain('<path class="n" d="M0 100H500V100H1000V0"');
    expect(text).to.contain('<path class="b" d="M0 50H1000"');
  });

  it('names its lines, in words as text', () => {
    expect(text).to.match(/<b class="o"[^>]*>old v1<\/b>/);
    expect(text).to.match(/<b class="n"[^>]*>new &lt;v2><\/b>/);
    expect(text).to.contain('budget 1</span>');
  });

  it('counts time from the beginning of the update, and marks gaps', () => {
    expect(text).to.match(/<span class="x" style="left:0%;?">0 s</);
    expect(text).to.match(/<span class="x gap" style="left:100%;?">4 s</);
  });

  it('is a sentence and a table, too', () => {
    expect(text).to.match(/role="img" aria-label="Two nodes, budget one: /);
    expect(text).to.contain('<td>2 seconds</td><td>1</td><td>0</td><td>1</td>');
  });

  it('has a line of the surge above all nodes, and below it the nodes with two pods', () => {
    expect(text).not.to.contain('surge');
    const moments = [{ ...moment(0, 2, 0), doubled: 1 }, moment(2, 0, 2)];
    const surging = renderToString(
      h(PlotFigure, { plot: { ...plot, budget: 0, surge: 1, moments, height: 4 }, language: 'en' }),
    );
    expect(surging).to.contain('<path class="b" d="M0 25H1000"');
    expect(surging).to.contain('<path class="u" d="M0 25H1000V50V50H0Z"');
    expect(surging).to.match(/<span class="b g" style="top:25%;?">surge 1</);
    expect(surging).to.contain('<th scope="col">two pods</th>');
    expect(surging).to.contain('<td>0 seconds</td><td>2</td><td>0</td><td>0</td><td>1</td>');
  });

  it('has no line of a budget where there is none', () => {
    const without = renderToString(h(PlotFigure, { plot: { ...plot, budget: undefined }, language: 'ko' }));
    expect(without).not.to.contain('class="b"');
  });
});

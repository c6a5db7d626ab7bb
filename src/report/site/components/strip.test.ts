import { expect } from 'chai';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { node, pod, scene, set } from '../../../film/scenes.testkit';
import type { Step } from './step';
import { Strip, type StripProps } from './strip';

const nodes = [node('east-1'), node('east-2')];
const before = scene(nodes, [pod('a', 'east-1')], [set()]);
const after = scene(nodes, [pod('b', 'east-2')], [set()]);

const steps: readonly Step[] = [
  { keyword: 'Given', text: 'two nodes', kind: 'given', outcome: 'passed', isBackground: true },
  { keyword: 'When', text: '<b>it</b> is moved', kind: 'when', outcome: 'passed', table: [['a', '1']] },
  { keyword: 'Then', text: 'it is elsewhere', kind: 'then', outcome: 'failed' },
  { keyword: 'And', text: 'all is well', kind: 'then', outcome: 'skipped' },
];

const shots = [
  [{ at: 0, scene: before }],
  [
    { at: 500, scene: scene(nodes, [], [set()]) },
    { at: 2000, scene: after },
  ],
  [],
];

const strip = (more: Partial<StripProps> = {}): string =>
  renderToString(h(Strip, { address: 'a/b:7', title: 'it moves', steps, shots, language: 'en', ...more }));

describe('a strip', () => {
  it('is reached by keyboard and has a name', () => {
    expect(strip()).to.contain(
      '<div class="strip" tabindex="0" role="group" aria-label="Film strip: it moves">',
    );
  });

  it('has an address for each frame, unless it stands there a second time', () => {
    expect([...strip().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).to.deep.equal(['a/b:7/1', 'a/b:7/2']);
    expect(strip({ isCopy: true })).not.to.contain(' id=');
    expect(strip({ isCopy: true })).to.contain('<a href="#a/b:7/2">');
  });

  it('says how the steps ended, and shows what they hold as text', () => {
    const text = strip();
    expect(text).to.contain(
      '<p><b>When</b> &lt;b>it&lt;/b> is moved</p><table><tr><td>a</td><td>1</td></tr>',
    );
    expect(text).to.contain('<p class="F"><b>Then</b> it is elsewhere</p>');
    expect(text).to.contain('<p class="S"><b>And</b> all is well</p>');
  });

  it('says how long it took and how many moments there were in between, and tells the change in a sentence', () => {
    const text = strip();
    expect(text).to.contain('2 s after the picture before');
    expect(text).to.contain('1 moment in between');
    expect(text).to.match(/<ul aria-label="[^"]*east-2[^"]*">/);
  });

  it('leaves out the background where that is told already', () => {
    expect(strip({ hidesBackground: true })).to.contain('As the background says');
    expect(strip({ hidesBackground: true })).not.to.contain('two nodes');
  });

  it('says that nothing changed only of steps that ran', () => {
    const calm: readonly Step[] = steps.slice(0, 2);
    const given = shots.slice(0, 1);
    expect(strip({ steps: calm, shots: [...given, []] })).to.contain('Nothing changed on the nodes.');
    expect(strip({ steps: calm, shots: given })).not.to.contain('Nothing changed');
    expect(strip({ steps: calm, shots: undefined })).not.to.contain('Nothing changed');
  });

  it('is a table, too', () => {
    expect(strip()).to.contain('<tr><th><u>east-1</u></th><td>v1 ready</td><td>–</td></tr>');
    expect(strip()).to.contain('<tr><th><u>east-2</u></th><td>–</td><td>v1 ready</td></tr>');
  });

  it('tells in its table which pods are not on their nodes yet', () => {
    const waiting = pod('b', 'east-2', { state: 'pending', isBound: false });
    const shown = [[{ at: 0, scene: before }], [{ at: 500, scene: scene(nodes, [waiting], [set()]) }]];
    expect(strip({ shots: shown })).to.contain('<td>v1 pending, not on the node yet</td>');
  });
});

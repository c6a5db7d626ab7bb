import { expect } from 'chai';
import { renderToString } from 'preact-render-to-string';
import type { Scene } from '../../../film/scene';
import { node, pod, scene, set } from '../../../film/scenes.testkit';
import type { Language } from '../../../language/language';
import { mannerOf } from './manner';
import { marksOf, NO_MARKS } from './marks';
import { Picture } from './picture';

const drawn = (after: Scene, before?: Scene, language: Language = 'en'): string =>
  renderToString(
    Picture({
      scene: after,
      marks: before ? marksOf(before, after) : NO_MARKS,
      manner: mannerOf(before ? [before, after] : [after]),
      language,
    }),
  );

const east = node('east-1');

describe('a picture', () => {
  it('of three ordinary nodes is small', () => {
    const nodes = ['east-1', 'east-2', 'east-3'].map((name) => node(name));
    const text = drawn(
      scene(
        nodes,
        nodes.map(({ name }) => pod(name, name)),
        [set()],
      ),
    );
    expect(text).to.contain('<li><bdi>east-1</bdi><i>v1</i></li>');
    expect(text.length).to.be.below(250);
  });

  it('has a letter for each state', () => {
    const states = ['ready', 'pending', 'notReady', 'terminating', 'failed', 'succeeded'] as const;
    const text = drawn(
      scene(
        [east],
        states.map((state) => pod(state, 'east-1', { state })),
      ),
    );
    expect([...text.matchAll(/<i(?: class="(.)")?>/g)].map(([, letter]) => letter)).to.deep.equal([
      undefined,
      'w',
      'u',
      't',
      'f',
      's',
    ]);
  });

  it('tells pods that are only meant for a node, and nodes that are cordoned and silent', () => {
    const text = drawn(
      scene(
        [
          node('east-1', {
            isCordoned: true,
            state: 'silent',
            labels: ['role=worker'],
            taints: ['gpu:NoSchedule'],
          }),
        ],
        [pod('a', 'east-1', { isBound: false, state: 'pending' })],
      ),
    );
    expect(text).to.contain('<li class="q k">');
    expect(text).to.contain('<small>role=worker</small><small>gpu:NoSchedule</small>');
    expect(text).to.contain('<i class="w m">');
  });

  it('marks what is new, changed and gone, and which pods are older', () => {
    const before = scene([east], [pod('a', 'east-1'), pod('c', 'east-1')]);
    const after = scene(
      [east],
      [pod('c', 'east-1', { state: 'failed' }), pod('b', 'east-1', { revision: 2, version: 'v2' })],
    );
    expect(drawn(after, before)).to.contain(
      '<i class="f o C">v1</i><i class="n N">v2</i><i class="o G">v1</i>',
    );
  });

  it('shows whatever a name holds as text', () => {
    const text = drawn(scene([node('<script>alert("1")</script>')]));
    expect(text).to.contain('<bdi>&lt;script>alert(&quot;1&quot;)&lt;/script></bdi>');
  });

  it('says in the language of the strip what it only counts', () => {
    const nodes = Array.from({ length: 9 }, (_, index) => node(`node-${index}`));
    expect(drawn(scene(nodes))).to.contain('and 1 more: without pods');
    expect(drawn(scene(nodes), undefined, 'ko')).to.contain('그 밖에 1개: Pod 없음');
  });
});

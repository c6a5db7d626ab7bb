import { expect } from 'chai';
import fc from 'fast-check';
import { shoot, shotsOf } from './film';
import { cutHistories } from './histories.testkit';
import type { Scene } from './scene';
import { node, pod, scene, set } from './scenes.testkit';
import { changeInWords, sceneInWords } from './words';

const two = [node('east-1'), node('east-2')];

/** What has changed, in both languages. */
const news = (before: Scene, after: Scene): readonly string[] => [
  changeInWords(before, after, 'en'),
  changeInWords(before, after, 'ko'),
];

const standing = (each: Scene): readonly string[] => [sceneInWords(each, 'en'), sceneInWords(each, 'ko')];

describe('what has changed, in words', () => {
  it('names pods by what happened to them and where', () => {
    const before = scene(two, [pod('b', 'east-2', { state: 'pending' })]);
    const after = scene(two, [pod('b', 'east-2'), pod('a', 'east-1', { state: 'pending' })]);
    expect(news(before, after)).to.deep.equal([
      'On east-2 the pod of log-agent turned ready; a pod of log-agent is new on east-1.',
      'east-2 노드의 log-agent Pod가 준비되었고, east-1 노드에 log-agent Pod가 새로 생겼다.',
    ]);
  });

  it('says once what happened alike on several nodes, in their order', () => {
    const pods = [pod('b', 'east-2'), pod('a', 'east-1')];
    const leaving = pods.map((each) => ({ ...each, state: 'terminating' as const }));
    expect(news(scene(two, pods), scene(two, leaving))).to.deep.equal([
      'On east-1 and east-2 the pods of log-agent began to terminate.',
      'east-1, east-2 노드의 log-agent Pod가 종료되기 시작했다.',
    ]);
  });

  it('sees a replacement, and tells revisions apart where they meet', () => {
    const before = scene(two, [pod('a', 'east-1'), pod('b', 'east-2')], [set()]);
    const fresh = pod('c', 'east-1', { revision: 2, version: 'v2' });
    const after = scene(
      two,
      [pod('b', 'east-2', { state: 'failed' }), fresh],
      [set({ revision: 2, version: 'v2' })],
    );
    expect(news(before, after)).to.deep.equal([
      'The daemon set log-agent was updated to version v2; on east-2 the pod of log-agent (revision 1) failed; ' +
        'on east-1 the pod of log-agent was replaced by one of revision 2, ready already.',
      'log-agent 데몬 세트가 v2 버전으로 업데이트되었고, east-2 노드의 log-agent Pod(리비전 1)가 실패했고, ' +
        'east-1 노드의 log-agent Pod가 새 Pod(리비전 2)로 교체되어 이미 준비되었다.',
    ]);
  });

  it('takes a pod that comes elsewhere for no replacement', () => {
    expect(news(scene(two, [pod('a', 'east-1')]), scene(two, [pod('b', 'east-2')]))[0]).to.equal(
      'A pod of log-agent is new on east-2, ready already; on east-1 the pod of log-agent is gone.',
    );
  });

  it('tells what happened to nodes', () => {
    const before = scene([node('east-1', { labels: ['role=db', 'disk=local'] }), node('east-2')]);
    const after = scene([
      node('east-1', { state: 'silent', labels: ['role=web'], taints: ['team=ml:NoSchedule'] }),
      node('east-3', { isCordoned: true }),
    ]);
    expect(news(before, after)).to.deep.equal([
      'Node east-1 fell silent; node east-1 got the label role=web; node east-1 lost the label disk=local; ' +
        'node east-1 got the taint team=ml:NoSchedule; node east-3 joined; node east-3 was cordoned; and 1 more.',
      'east-1 노드의 응답이 끊겼고, east-1 노드에 role=web 라벨이 붙었고, east-1 노드에서 disk=local 라벨이 없어졌고, ' +
        'east-1 노드에 team=ml:NoSchedule 테인트가 붙었고, east-3 노드가 추가되었고, east-3 노드가 예약 불가로 표시되었고, ' +
        '그 밖에도 1가지가 더 있다.',
    ]);
  });

  it('tells of adoption and release', () => {
    const orphan = pod('a', 'east-1', { set: undefined, revision: undefined });
    expect(news(scene(two, [orphan]), scene(two, [pod('a', 'east-1')]))).to.deep.equal([
      'On east-1 log-agent adopted a pod.',
      'east-1 노드의 Pod가 log-agent 데몬 세트에 속하게 되었다.',
    ]);
    expect(news(scene(two, [pod('a', 'east-1')]), scene(two, [orphan]))).to.deep.equal([
      'On east-1 log-agent let a pod go.',
      'east-1 노드의 Pod가 더는 log-agent 데몬 세트에 속하지 않게 되었다.',
    ]);
  });

  it('names projects where sets have the same name', () => {
    const before = scene(two, [pod('a', 'east-1'), pod('b', 'east-1', { project: 'shop' })]);
    expect(news(before, scene(two, [pod('a', 'east-1')]))[0]).to.equal(
      'On east-1 the pod of log-agent (shop) is gone.',
    );
  });

  it('tells what is counted only if nothing else has changed', () => {
    expect(news(scene(two, [], [set({ available: 1 })]), scene(two, [], [set()]))).to.deep.equal([
      'The daemon set log-agent now counts 2 of 2 pods as available.',
      'log-agent 데몬 세트의 집계가 바뀌어 Pod 2개 중 2개가 사용 가능한 것으로 나왔다.',
    ]);
    expect(news(scene(two), scene(two))).to.deep.equal(['Nothing changed.', '바뀐 것이 없다.']);
  });

  it('is short where much has changed', () => {
    const many = Array.from({ length: 20 }, (_, index) => node(`east-${index + 1}`));
    expect(news(scene([]), scene(many))).to.deep.equal([
      'Nodes east-1, east-2, east-3, east-4, east-5, east-6, east-7, east-8 and 12 more joined.',
      'east-1, east-2, east-3, east-4, east-5, east-6, east-7, east-8 외 12개 노드가 추가되었다.',
    ]);
  });
});

describe('what a picture shows, in words', () => {
  it('says which pods are where, then where there is none', () => {
    const nodes = [...two, node('east-3', { isCordoned: true, state: 'notReady' })];
    const pods = [
      pod('b', 'east-2'),
      pod('a', 'east-1'),
      pod('debug', 'west-1', { set: undefined, state: 'pending' }),
    ];
    expect(standing(scene(nodes, pods))).to.deep.equal([
      'On east-1 and east-2 the pods of log-agent are ready; on west-1 (gone) the pod debug is pending; ' +
        'there is no pod on east-3 (not ready, cordoned).',
      'east-1, east-2 노드에는 준비된 log-agent Pod가 있고, west-1(없어짐) 노드에는 보류 중인 debug Pod가 있고, ' +
        'east-3(준비 안 됨, 예약 불가) 노드에는 Pod가 없다.',
    ]);
    expect(standing(scene([]))).to.deep.equal(['There are no nodes and no pods.', '노드도 Pod도 없다.']);
  });
});

describe('words', () => {
  it('are found for whatever happens', () => {
    fc.assert(
      fc.property(cutHistories, ({ changes, cuts }) => {
        let before = scene([]);
        for (const { scene: after } of shotsOf(shoot(changes, cuts)).flat()) {
          for (const text of [...news(before, after), ...standing(after)]) {
            expect(text).to.match(/(\.|다\.)$/s);
            expect(text).to.not.match(/undefined|\[object/);
          }
          before = after;
        }
      }),
    );
  });
});

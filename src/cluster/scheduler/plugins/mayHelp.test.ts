import { expect } from 'chai';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aNode, aPod, pinnedTo } from '../../../kubernetes/kinds/samples.testkit';
import { nodeAffinity, nodesNamedBy } from './nodeAffinity';
import { nodePorts } from './nodePorts';
import { nodeResourcesFit } from './nodeResourcesFit';
import { nodeUnschedulable } from './nodeUnschedulable';
import type { FilterPlugin, News } from './plugin';
import { taintToleration } from './taintToleration';

const added = (node = aNode()): News => ({ type: 'node added', node });
const updated = (before: Node, node: Node): News => ({ type: 'node updated', before, node });
const gone = (pod: Pod): News => ({ type: 'pod gone', pod });
const changed = (before: Pod, pod: Pod): News => ({ type: 'pod updated', before, pod });

/** Which of the news may make a pod fit that the filter has refused. */
const heard = (plugin: FilterPlugin, pod: Pod, news: Readonly<Record<string, News>>): string[] =>
  Object.keys(news).filter((name) => plugin.mayHelp(pod, news[name] as News));

const plain = aNode();
const labelled = aNode({ labels: { zone: 'west' } });
const cordoned = aNode({ cordoned: true });
const tainted = aNode({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });
const small = aNode({ allocatable: { cpu: '1', memory: '16Gi', pods: '110' } });
const tolerant = (key: string) => aPod({ name: 'p', spec: { tolerations: [{ key, operator: 'Exists' }] } });

/** What nobody's filter wants to hear of. */
const idle = {
  'a node is annotated': updated(plain, {
    ...plain,
    metadata: { ...plain.metadata, annotations: { a: 'b' } },
  }),
  'a pod has gone that had no node': gone(aPod()),
  'another pod tolerates more': changed(aPod({ name: 'q' }), {
    ...tolerant('gpu'),
    metadata: aPod({ name: 'q' }).metadata,
  }),
};

describe('what a filter wants to hear', () => {
  it('of cordon: a node that is not cordoned, or no longer, or that the pod tolerates it', () => {
    const pod = aPod({ name: 'p' });
    const news = {
      'a node comes': added(),
      'a cordoned node comes': added(cordoned),
      'a node is uncordoned': updated(cordoned, plain),
      'a node is cordoned': updated(plain, cordoned),
      'a taint is taken off': updated(tainted, plain),
      'the pod tolerates cordon': changed(pod, tolerant('node.kubernetes.io/unschedulable')),
      'the pod tolerates something else': changed(pod, tolerant('gpu')),
      'a pod has gone': gone(aPod({ node: 'east-1' })),
      ...idle,
    };
    expect(heard(nodeUnschedulable, pod, news)).to.deep.equal([
      'a node comes',
      'a node is uncordoned',
      'the pod tolerates cordon',
    ]);
  });

  it('of taints: a node that has none the pod minds, or no longer, or that the pod tolerates more', () => {
    const pod = aPod({ name: 'p' });
    const news = {
      'a node comes': added(),
      'a tainted node comes': added(tainted),
      'a taint is taken off': updated(tainted, plain),
      'a taint is put on': updated(plain, tainted),
      'a node is labelled': updated(plain, labelled),
      'the pod tolerates more': changed(pod, tolerant('gpu')),
      'the pod is noted on': changed(pod, { ...pod, status: { phase: 'Pending' } }),
      'a pod has gone': gone(aPod({ node: 'east-1' })),
      ...idle,
    };
    expect(heard(taintToleration, pod, news)).to.deep.equal([
      'a node comes',
      'a taint is taken off',
      'the pod tolerates more',
    ]);
  });

  it('of affinity: a node that matches, or has come to match', () => {
    const news = {
      'a node comes': added(),
      'a node comes that matches': added(labelled),
      'a node comes to match': updated(plain, labelled),
      'a node matches no longer': updated(labelled, plain),
      'a node that matches changes': updated(labelled, { ...labelled, status: {} }),
      'a pod has gone': gone(aPod({ node: 'east-1' })),
      ...idle,
    };
    expect(heard(nodeAffinity, aPod({ spec: { nodeSelector: { zone: 'west' } } }), news)).to.deep.equal([
      'a node comes that matches',
      'a node comes to match',
    ]);
  });

  it('of ports: any node that comes, or a pod that had one of the ports', () => {
    const listening = (hostPort: number, node?: string) =>
      aPod({
        ...(node ? { node } : {}),
        containers: [{ name: 'main', ports: [{ containerPort: 1, hostPort }] }],
      });
    const news = {
      'a node comes': added(cordoned),
      'a node changes': updated(small, plain),
      'the holder has gone': gone(listening(80, 'east-1')),
      'the holder of another port has gone': gone(listening(81, 'east-1')),
      'one that never held it has gone': gone(listening(80)),
      'a pod without ports has gone': gone(aPod({ node: 'east-1' })),
      ...idle,
    };
    expect(heard(nodePorts, listening(80), news)).to.deep.equal(['a node comes', 'the holder has gone']);
  });

  it('of room: a node that is large enough, or has grown, or any pod that has gone, wherever it was', () => {
    const news = {
      'a node comes': added(),
      'a node comes that is too small': added(small),
      'a node grows': updated(small, plain),
      'a node grows in what is not needed': updated(
        aNode({ allocatable: { cpu: '4', memory: '1Gi', pods: '110' } }),
        plain,
      ),
      'a node shrinks': updated(plain, small),
      'a pod has gone': gone(aPod({ node: 'elsewhere' })),
      'a pod has gone that room was kept for': gone({
        ...aPod(),
        status: { phase: 'Pending', nominatedNodeName: 'east-1' },
      }),
      'a taint is taken off': updated(tainted, plain),
      ...idle,
    };
    expect(heard(nodeResourcesFit, aPod({ cpu: '2' }), news)).to.deep.equal([
      'a node comes',
      'a node grows',
      'a pod has gone',
      'a pod has gone that room was kept for',
    ]);
  });

  it('of devices: a node that has come to list one', () => {
    const listing = (count: string) =>
      aNode({ allocatable: { cpu: '4', memory: '16Gi', pods: '110', 'nvidia.com/gpu': count } });
    const news = {
      'a node comes': added(),
      'a node comes that has one': added(listing('1')),
      'a node comes to have one': updated(listing('0'), listing('1')),
      'a node is the same': updated(listing('1'), listing('1')),
    };
    const resources = { requests: { 'nvidia.com/gpu': '1' } };
    const pod = aPod({ containers: [{ name: 'main', resources }] });
    expect(heard(nodeResourcesFit, pod, news)).to.deep.equal([
      'a node comes that has one',
      'a node comes to have one',
    ]);
  });
});

describe('the nodes a pod names', () => {
  const naming = (...terms: readonly (readonly (readonly string[])[])[]) =>
    aPod({
      spec: {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: terms.map((lists) => ({
                matchFields: lists.map((values) => ({ key: 'metadata.name', operator: 'In', values })),
              })),
            },
          },
        },
      },
    });

  it('are those of all its terms', () => {
    expect(nodesNamedBy(aPod({ spec: { affinity: pinnedTo('east-1') } }))).to.deep.equal(['east-1']);
    expect(nodesNamedBy(naming([['east-1']], [['east-2', 'east-1']]))).to.deep.equal(['east-1', 'east-2']);
  });

  it('are those that do not contradict each other, and may be none', () => {
    expect(
      nodesNamedBy(
        naming([
          ['east-1', 'east-2'],
          ['east-2', 'east-3'],
        ]),
      ),
    ).to.deep.equal(['east-2']);
    expect(nodesNamedBy(naming([['east-1'], ['east-2']]))).to.deep.equal([]);
  });

  it('are not limited if a term names none', () => {
    expect(nodesNamedBy(aPod())).to.equal(undefined);
    expect(nodesNamedBy(naming([['east-1']], []))).to.equal(undefined);
  });
});

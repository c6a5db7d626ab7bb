import { expect } from 'chai';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';
import { handsOn } from './scheduler.testkit';

const { nodes } = resources;

describe('the scheduler tries a pod again', () => {
  let stage = new Stage();
  const { settle, pod, nodeOf, scheduled } = handsOn(() => stage);
  const zone = (name: string, value: string) => {
    stage.node(name);
    stage.amend<Node>(nodes, name, ({ metadata, ...rest }) => ({
      ...rest,
      metadata: { ...metadata, labels: { zone: value } },
    }));
  };
  /** A pod labelled app=web that is there already. */
  const there = (name: string, node: string) => {
    stage.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels: { app: 'web' } },
      spec: { nodeName: node, containers: [{ name: 'main', image: 'a' }] },
    });
    settle();
  };
  /** In the east, where there are three, it waits until the west has two. */
  const even: Partial<Pod['spec']> = {
    affinity: pinnedTo('east-1'),
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'zone',
        whenUnsatisfiable: 'DoNotSchedule',
        nodeAffinityPolicy: 'Ignore',
        labelSelector: { matchLabels: { app: 'web' } },
      },
    ],
  };
  beforeEach(() => {
    stage = new Stage();
    new Scheduler(stage);
    zone('east-1', 'east');
    zone('west-1', 'west');
    there('a', 'east-1');
    there('b', 'east-1');
    there('c', 'east-1');
  });

  it('each time that a pod comes which makes the spread more even', () => {
    pod('even', '1', even);
    expect(nodeOf('even')).to.equal(undefined);
    there('d', 'west-1');
    expect(nodeOf('even')).to.equal(undefined);
    there('e', 'west-1');
    expect(nodeOf('even')).to.equal('east-1');
  });

  it('when the node goes that the others are compared with', () => {
    pod('even', '1', even);
    stage.delete(nodes, 'west-1');
    settle();
    expect(nodeOf('even')).to.equal('east-1');
  });

  it('when its claim comes', () => {
    pod('store', '1', { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] });
    expect(scheduled('store')?.message).to.equal(
      '0/2 nodes are available: persistentvolumeclaim "data" not found. not found',
    );
    stage.create({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'disk' }, spec: {} });
    stage.create({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'data',
        namespace: 'shop',
        annotations: { 'pv.kubernetes.io/bind-completed': 'yes' },
      },
      spec: { volumeName: 'disk' },
    });
    settle();
    expect(nodeOf('store')).not.to.equal(undefined);
  });
});

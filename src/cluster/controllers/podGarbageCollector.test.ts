import { expect } from 'chai';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { PodGarbageCollector } from './podGarbageCollector';

const { nodes, pods } = resources;

describe('the pod garbage collector', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new PodGarbageCollector(stage);
    for (const name of ['east-1', 'east-2']) {
      stage.node(name);
      stage.pod(`on-${name}`, { node: name });
    }
    stage.pod('unbound');
  });

  const ALL = ['on-east-1', 'on-east-2', 'unbound'];
  /** The pods that are left when so many seconds have passed since the start. */
  const at = (seconds: number): string[] => {
    stage.loop.pass(seconds * 1000 - stage.loop.now);
    return stage.names(pods);
  };

  /** It is there again for a while, and goes once more. @param from, until seconds since the start */
  const isBack = (from: number, until: number, meanwhile: () => void = () => {}): void => {
    at(from);
    stage.node('east-1');
    meanwhile();
    at(until);
    stage.delete(nodes, 'east-1');
  };

  it('leaves pods alone as long as their nodes are there', () => {
    expect(at(600)).to.deep.equal(ALL);
  });

  it('removes the pods of a node that is gone, without grace, and no others', () => {
    stage.delete(nodes, 'east-1');
    expect(at(600)).to.deep.equal(['on-east-2', 'unbound']);
  });

  it('looks every twenty seconds, and waits for forty after it has missed the node', () => {
    at(5);
    stage.delete(nodes, 'east-1');
    expect(at(59.999)).to.deep.equal(ALL);
    expect(at(60)).to.deep.equal(['on-east-2', 'unbound']);
  });

  it('is waited for when the cluster settles', () => {
    stage.delete(nodes, 'east-1');
    expect(stage.loop.settle(600_000)).to.deep.equal({ quiet: true, elapsed: 60_000 });
    expect(stage.names(pods)).to.deep.equal(['on-east-2', 'unbound']);
  });

  it('spares the pods of a node that is back in time', () => {
    stage.delete(nodes, 'east-1');
    at(45);
    stage.node('east-1');
    expect(at(600)).to.deep.equal(ALL);
  });

  it('waits anew when a node goes that was back', () => {
    stage.delete(nodes, 'east-1');
    isBack(45, 65);
    expect(at(119.999)).to.deep.equal(ALL);
    expect(at(120)).to.deep.equal(['on-east-2', 'unbound']);
  });

  it('does not see a node that was back in the meantime', () => {
    stage.delete(nodes, 'east-1');
    isBack(25, 50);
    expect(at(59.999)).to.deep.equal(ALL);
    expect(at(60)).to.deep.equal(['on-east-2', 'unbound']);
  });

  it('remembers the name of a node whose pods it has removed, for forty seconds', () => {
    const comeAndGo = (seconds: number): void => {
      isBack(seconds, seconds + 1, () => stage.pod('another', { node: 'east-1' }));
    };
    stage.delete(nodes, 'east-1');
    comeAndGo(90);
    expect(at(99.999)).to.include('another');
    expect(at(100)).not.to.include('another');
    comeAndGo(141);
    expect(at(199.999)).to.include('another');
    expect(at(200)).not.to.include('another');
  });

  it('has nothing to wait for where a node is gone that had no pods', () => {
    stage.node('bare');
    stage.delete(nodes, 'bare');
    expect(stage.loop.settle(600_000)).to.deep.equal({ quiet: true, elapsed: 20_000 });
  });

  it('finds pods that come to a node which is not there', () => {
    at(100);
    stage.pod('stray', { node: 'nowhere' });
    expect(at(159.999)).to.include('stray');
    expect(at(160)).to.deep.equal(ALL);
  });

  describe('of a node that is out of service', () => {
    const declare = (ready: string): void => {
      stage.amendStatus<Node>(nodes, 'east-1', (node) => ({
        ...node.status,
        conditions: [{ type: 'Ready', status: ready }],
      }));
      stage.amend<Node>(nodes, 'east-1', (node) => ({
        ...node,
        spec: { taints: [{ key: 'node.kubernetes.io/out-of-service', effect: 'NoExecute' }] },
      }));
    };

    it('removes what is leaving, at its next round, and nothing else', () => {
      stage.pod('staying', { node: 'east-1' });
      declare('Unknown');
      at(25);
      stage.delete(pods, 'on-east-1');
      expect(at(39.999)).to.include('on-east-1');
      expect(at(40)).to.deep.equal(['on-east-2', 'staying', 'unbound']);
    });

    it('removes what was leaving before', () => {
      stage.delete(pods, 'on-east-1');
      at(5);
      declare('False');
      expect(at(20)).not.to.include('on-east-1');
    });

    it('says that what it removes has failed', () => {
      const phases: (string | undefined)[] = [];
      stage.registry.store.observe(({ object }) => {
        if (object.metadata.name === 'on-east-1') phases.push((object as Pod).status.phase);
      });
      declare('Unknown');
      stage.delete(pods, 'on-east-1');
      at(20);
      expect(phases.slice(-2)).to.deep.equal(['Failed', 'Failed']);
    });

    it('removes nothing as long as the node is ready, or nobody has declared it', () => {
      declare('True');
      for (const name of ['on-east-1', 'on-east-2']) stage.delete(pods, name);
      expect(at(600)).to.deep.equal(ALL);
    });
  });

  it('finds what was left before it started', () => {
    stage = new Stage();
    stage.pod('stray', { node: 'nowhere' });
    new PodGarbageCollector(stage);
    expect(at(60)).to.deep.equal([]);
  });
});

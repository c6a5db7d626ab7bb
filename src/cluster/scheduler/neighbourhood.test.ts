import { expect } from 'chai';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { Stage } from '../stage.testkit';
import { Scheduler } from './scheduler';

const { nodes, pods } = resources;

/** What requires pods labelled `app=` this near, or far: on the same side. */
const requiring = (kind: 'podAffinity' | 'podAntiAffinity', app: string): Partial<Pod['spec']> => ({
  affinity: {
    [kind]: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: { app } }, topologyKey: 'side' },
      ],
    },
  },
});

describe('the scheduler minds who is near', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new Scheduler(stage);
    stage.node('east-1');
    stage.amend<Node>(nodes, 'east-1', (node) => ({
      ...node,
      metadata: { ...node.metadata, labels: { side: 'east' } },
    }));
  });

  const settle = () => stage.loop.settle(600_000);
  const pod = (name: string, app: string, spec: Partial<Pod['spec']> = {}) => {
    stage.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels: { app } },
      spec: { schedulerName: 'default-scheduler', containers: [{ name: 'main', image: 'a' }], ...spec },
    });
    settle();
  };
  const nodeOf = (name: string) => stage.find<Pod>(pods, name)?.spec.nodeName;
  const relabel = (name: string, app: string) => {
    stage.amend<Pod>(pods, name, (current) => ({
      ...current,
      metadata: { ...current.metadata, labels: { app } },
    }));
    settle();
  };
  const remove = (name: string) => {
    stage.delete(pods, name, { gracePeriodSeconds: 0 });
    settle();
  };

  it('lets a pod in when the one goes that it must be far from', () => {
    pod('db', 'db');
    pod('loner', 'loner', requiring('podAntiAffinity', 'db'));
    expect(nodeOf('loner')).to.equal(undefined);
    remove('db');
    expect(nodeOf('loner')).to.equal('east-1');
  });

  it('lets a pod in when the one changes that it must be far from', () => {
    pod('db', 'db');
    pod('loner', 'loner', requiring('podAntiAffinity', 'db'));
    relabel('db', 'other');
    expect(nodeOf('loner')).to.equal('east-1');
  });

  it('keeps others from a pod that must be far from them, and no longer when it is gone', () => {
    pod('loner', 'loner', requiring('podAntiAffinity', 'db'));
    pod('db', 'db');
    expect(nodeOf('db')).to.equal(undefined);
    remove('loner');
    expect(nodeOf('db')).to.equal('east-1');
    pod('another', 'db');
    expect(nodeOf('another')).to.equal('east-1');
  });

  it('lets a pod in when one comes that it must be near', () => {
    pod('helper', 'helper', requiring('podAffinity', 'db'));
    expect(nodeOf('helper')).to.equal(undefined);
    pod('db', 'db');
    expect(nodeOf('helper')).to.equal('east-1');
  });
});

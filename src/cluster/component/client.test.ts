import { expect } from 'chai';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Namespace } from '../../kubernetes/kinds/namespace/namespace';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { aDaemonSet } from '../../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ListOptions } from '../../port/api';
import { calm, type Disturbance } from '../simulation/disturbance';
import { NAMESPACE, refusalOf, Stage } from '../stage.testkit';
import { Client } from './client';

const { configmaps, daemonsets, namespaces, nodes, pods } = resources;

const notNow = new ApiError({ code: 500, reason: 'InternalError', message: 'not now' });
const noReply = new ApiError({ code: 504, reason: 'Timeout', message: 'no reply' });

/** Every write fails before it happens. */
const refusing: Disturbance = {
  ...calm,
  write: () => {
    throw notNow;
  },
};
/** Every write happens, and its reply is lost. */
const losing: Disturbance = {
  ...calm,
  write: (write) => {
    write();
    throw noReply;
  },
};

const labelled = <T extends KubeObject>(object: T): T => ({
  ...object,
  metadata: { ...object.metadata, labels: { tier: 'web' } },
});

describe('a connection to the API server', () => {
  let stage = new Stage();
  let client = new Client(stage.registry, calm);
  beforeEach(() => {
    stage = new Stage();
    client = new Client(stage.registry, calm);
  });

  const stored = (name = 'a') => stage.find<Pod>(pods, name);
  const labelsOf = (name = 'a') => stored(name)?.metadata.labels;
  /** The pod as somebody remembers it who has not heard of the latest change. */
  const outOfDate = (): Pod => {
    const pod = stage.pod('a');
    stage.amend<Pod>(pods, 'a', (current) => ({
      ...current,
      metadata: { ...current.metadata, annotations: { changed: 'meanwhile' } },
    }));
    return pod;
  };
  /** A pod that has gone, and whose name another has by now. */
  const replaced = (): Pod => {
    const pod = stage.pod('a');
    stage.delete(pods, 'a');
    stage.pod('a');
    return pod;
  };

  it('needs no leave from anybody: it is part of the control plane', () => {
    const pod = stage.pod('a');
    expect(() => client.list(pods)).not.to.throw();
    expect(() => client.amend(pod, pods, labelled)).not.to.throw();
  });

  describe('reads', () => {
    it('one object by its name', () => {
      stage.node('east-1');
      const pod = stage.pod('a');
      expect(client.get(pods, NAMESPACE, 'a')).to.equal(pod);
      expect(client.get<Node>(nodes, undefined, 'east-1').metadata.name).to.equal('east-1');
      expect(refusalOf(() => client.get(pods, NAMESPACE, 'b')).reason).to.equal('NotFound');
    });

    it('all objects of a kind, or those that are asked for', () => {
      for (const name of ['b', 'a']) stage.pod(name, { node: `node-of-${name}` });
      const names = (options?: ListOptions) =>
        client.list(pods, options).map(({ metadata }) => metadata.name);
      expect(names()).to.deep.equal(['a', 'b']);
      expect(names({ fieldSelector: 'spec.nodeName=node-of-b' })).to.deep.equal(['b']);
      expect(names({ namespace: 'elsewhere' })).to.deep.equal([]);
    });
  });

  it('writes nothing of a kind that is not served', () => {
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'gear' } };
    for (const write of [() => client.create(widget), () => client.update(widget as KubeObject)])
      expect(refusalOf(write).code).to.equal(404);
  });

  describe('updates', () => {
    it('what nobody has changed since it was read', () => {
      client.update(labelled(stage.pod('a')));
      expect(labelsOf()).to.deep.equal({ tier: 'web' });
    });

    it('nothing that somebody has changed since: that is a conflict', () => {
      const pod = outOfDate();
      expect(refusalOf(() => client.update(labelled(pod))).reason).to.equal('Conflict');
      expect(labelsOf()).to.equal(undefined);
    });
  });

  describe('amends', () => {
    it('what is stored now, whatever is remembered of it', () => {
      const amended = client.amend(outOfDate(), pods, labelled);
      expect(amended).to.equal(stored());
      expect(labelsOf()).to.deep.equal({ tier: 'web' });
      expect(stored()?.metadata.annotations).to.deep.equal({ changed: 'meanwhile' });
    });

    it('nothing if there is nothing to change', () => {
      const pod = stage.pod('a');
      expect(client.amend(pod, pods, () => undefined)).to.equal(pod);
      expect(client.amendStatus(pod, pods, () => undefined)).to.equal(pod);
      expect(stored()).to.equal(pod);
    });

    it('all but the status, or the status alone', () => {
      const pod = stage.pod('a');
      client.amend(pod, pods, (current) => ({ ...labelled(current), status: { phase: 'Running' } }) as Pod);
      expect(stored()?.status.phase).to.equal('Pending');
      client.amendStatus(pod, pods, ({ status }) => ({ ...status, phase: 'Running' }));
      expect(stored()?.status.phase).to.equal('Running');
      expect(labelsOf()).to.deep.equal({ tier: 'web' });
    });
  });

  describe('deletes', () => {
    it('the very object that it means, not another of its name', () => {
      const pod = replaced();
      expect(refusalOf(() => client.delete(pods, pod)).reason).to.equal('Conflict');
      expect(stored()).not.to.equal(undefined);
      client.delete(pods, stored() as Pod);
      expect(stored()).to.equal(undefined);
    });

    it('as it is told to', () => {
      const set = stage.create<DaemonSet>(aDaemonSet());
      client.delete(daemonsets, set, { propagationPolicy: 'Foreground' });
      expect(stage.find(daemonsets, 'agent')?.metadata.finalizers).to.deep.equal(['foregroundDeletion']);
    });

    it('only on the conditions that it is given', () => {
      const { metadata, ...rest } = outOfDate();
      const preconditions = { resourceVersion: metadata.resourceVersion ?? '' };
      const call = () => client.delete(pods, { ...rest, metadata }, { preconditions });
      expect(refusalOf(call).reason).to.equal('Conflict');
      expect(stored()).not.to.equal(undefined);
    });
  });

  it('binds a pod to a node, once and for all', () => {
    const pod = stage.pod('a');
    client.bind(pod, 'east-1');
    expect(stored()?.spec.nodeName).to.equal('east-1');
    expect(refusalOf(() => client.bind(pod, 'east-2')).reason).to.equal('Conflict');
    expect(stored()?.spec.nodeName).to.equal('east-1');
  });

  it('lets a namespace go that is on its way out, and no other', () => {
    client.finalizeNamespace(NAMESPACE);
    expect(stage.find(namespaces, NAMESPACE)).not.to.equal(undefined);
    stage.delete(namespaces, NAMESPACE);
    client.finalizeNamespace(NAMESPACE);
    expect(stage.find(namespaces, NAMESPACE)).to.equal(undefined);
  });

  describe('that is disturbed', () => {
    /** Every write there is, and whether it has happened. */
    const writes = (disturbed: Client): readonly (readonly [string, () => unknown, () => boolean])[] => {
      const [pod, set, leaving] = [
        stage.pod('a'),
        stage.create<DaemonSet>(aDaemonSet()),
        stage.create<Namespace>({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'leaving' } }),
      ];
      const updated = labelled(set);
      stage.delete(namespaces, 'leaving');
      return [
        [
          'creation',
          () =>
            disturbed.create({
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: 'new', namespace: NAMESPACE },
            }),
          () => stage.names(configmaps).includes('new'),
        ],
        [
          'update',
          () => disturbed.update(updated),
          () => stage.find(daemonsets, 'agent')?.metadata.labels?.tier === 'web',
        ],
        ['amendment', () => disturbed.amend(pod, pods, labelled), () => labelsOf()?.tier === 'web'],
        [
          'amendment of the status',
          () => disturbed.amendStatus(pod, pods, ({ status }) => ({ ...status, phase: 'Running' })),
          () => stored()?.status.phase === 'Running',
        ],
        ['binding', () => disturbed.bind(pod, 'east-1'), () => stored()?.spec.nodeName === 'east-1'],
        [
          'deletion',
          () => disturbed.delete(daemonsets, set),
          () => !stage.names(daemonsets).includes('agent'),
        ],
        [
          'end of a namespace',
          () => disturbed.finalizeNamespace(leaving.metadata.name),
          () => !stage.names(namespaces).includes('leaving'),
        ],
      ];
    };

    it('fails to write without having written', () => {
      for (const [what, write, hasHappened] of writes(new Client(stage.registry, refusing))) {
        expect(refusalOf(write), what).to.equal(notNow);
        expect(hasHappened(), what).to.equal(false);
      }
    });

    it('writes without hearing of it', () => {
      for (const [what, write, hasHappened] of writes(new Client(stage.registry, losing))) {
        expect(refusalOf(write), what).to.equal(noReply);
        expect(hasHappened(), what).to.equal(true);
      }
    });

    it('reads as ever', () => {
      const pod = stage.pod('a');
      for (const disturbance of [refusing, losing]) {
        const disturbed = new Client(stage.registry, disturbance);
        expect(disturbed.get(pods, NAMESPACE, 'a')).to.equal(pod);
        expect(disturbed.list(pods)).to.deep.equal([pod]);
      }
    });
  });
});

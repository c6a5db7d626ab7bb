import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { TEMPLATE_GENERATION } from '../../../kubernetes/kinds/daemonset/templateGeneration';
import { daemonTolerations } from '../../../kubernetes/kinds/daemonset/tolerations';
import type { Affinity, Pod } from '../../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../../kubernetes/kinds/pod/state';
import { aDaemonSet, managedBy, pinnedTo } from '../../../kubernetes/kinds/samples.testkit';
import { Pins, podsFor } from './podTemplate';

const IN_ZONE_EAST = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['east'] }] };
const PREFERRED = [{ weight: 1, preference: { matchExpressions: [{ key: 'ssd', operator: 'Exists' }] } }];
const ALONE = [{ topologyKey: 'zone', labelSelector: { matchLabels: { app: 'agent' } } }];

const required = (affinity: Affinity | undefined) =>
  affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;

/** The pods that a set makes, by node. */
const making = (set: DaemonSet, legacy = false): ((node: string) => Pod) => {
  const make = podsFor(set, 'current', legacy ? undefined : new Pins());
  return (node) => make(node) as Pod;
};
const made = (set = aDaemonSet(), legacy = false): Pod => making(set, legacy)('east-1');

describe('a pod that a daemon set makes', () => {
  it('is named after the set, lives beside it and is managed by it', () => {
    const { generateName, namespace, ownerReferences } = made().metadata;
    expect({ generateName, namespace }).to.deep.equal({ generateName: 'agent-', namespace: 'shop' });
    expect(ownerReferences).to.deep.equal([managedBy('agent')]);
  });

  it("has the template's labels, the hash of its revision and its template generation", () => {
    const set = aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: '7' } });
    expect(made(set).metadata.labels).to.deep.equal({
      app: 'agent',
      'controller-revision-hash': 'current',
      'pod-template-generation': '7',
    });
  });

  it('says which revision it is from, whatever the template says', () => {
    const labels = { app: 'agent', 'controller-revision-hash': 'mine', 'pod-template-generation': '99' };
    const template = { ...aDaemonSet().spec.template, metadata: { labels } };
    const set = aDaemonSet({ spec: { template }, annotations: { [TEMPLATE_GENERATION]: '7' } });
    expect(made(set).metadata.labels).to.include({
      'controller-revision-hash': 'current',
      'pod-template-generation': '7',
    });
  });

  it("has the template's annotations, and not the set's", () => {
    const { metadata, spec } = aDaemonSet().spec.template;
    const annotations = { scrape: 'true' };
    const template = { metadata: { ...metadata, annotations }, spec };
    expect(made(aDaemonSet({ spec: { template } })).metadata.annotations).to.deep.equal(annotations);
    expect(made(aDaemonSet({ annotations })).metadata).not.to.have.property('annotations');
  });

  it('is made as the template says, and tolerates what daemons should outlive', () => {
    const set = aDaemonSet({ template: { hostNetwork: true, shareProcessNamespace: true } });
    const { hostNetwork, shareProcessNamespace, containers, tolerations } = made(set).spec;
    expect([hostNetwork, shareProcessNamespace]).to.deep.equal([true, true]);
    expect(containers).to.equal(set.spec.template.spec?.containers);
    expect(tolerations).to.deep.equal(daemonTolerations(set.spec.template.spec as Pod['spec']));
  });

  it('is meant for one node, and left to the scheduler to bind', () => {
    const pod = made();
    expect(pod.spec.affinity).to.deep.equal(pinnedTo('east-1'));
    expect(pod.spec.nodeName).to.equal(undefined);
  });

  it('is bound at once in the legacy model, and keeps its affinity as it is', () => {
    const affinity: Affinity = {
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: PREFERRED },
    };
    const { nodeName, affinity: own } = made(aDaemonSet({ template: { affinity } }), true).spec;
    expect(nodeName).to.equal('east-1');
    expect(own).to.equal(affinity);
  });

  it('differs from others of its set in nothing but its node', () => {
    const make = making(aDaemonSet());
    const [east, west] = [make('east-1'), make('west-1')];
    expect([east, west].map(targetNode)).to.deep.equal(['east-1', 'west-1']);
    expect(east.metadata).to.deep.equal(west.metadata);
    expect({ ...east.spec, affinity: undefined }).to.deep.equal({ ...west.spec, affinity: undefined });
  });

  it('leaves the template as it is', () => {
    const affinity: Affinity = {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [IN_ZONE_EAST] } },
    };
    const set = aDaemonSet({ template: { affinity } });
    const before = JSON.stringify(set);
    making(set)('east-1');
    expect(JSON.stringify(set)).to.equal(before);
  });
});

describe('the node of a pod', () => {
  let pins = new Pins();
  beforeEach(() => {
    pins = new Pins();
  });

  it('is named in its affinity', () => {
    expect(pins.pin('east-1', undefined)).to.deep.equal(pinnedTo('east-1'));
  });

  it('takes the place of every required term of node affinity', () => {
    const affinity: Affinity = {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [IN_ZONE_EAST, { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }],
        },
      },
    };
    expect(pins.pin('east-1', affinity)).to.deep.equal(pinnedTo('east-1'));
  });

  it('stands beside preferred node affinity, and affinity to other pods', () => {
    const affinity: Affinity = {
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: PREFERRED },
      podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: ALONE },
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: ALONE },
    };
    const pinned = pins.pin('east-1', affinity);
    expect(required(pinned)).to.deep.equal(required(pinnedTo('east-1')));
    expect(pinned.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution).to.equal(PREFERRED);
    expect(pinned.podAffinity).to.equal(affinity.podAffinity);
    expect(pinned.podAntiAffinity).to.equal(affinity.podAntiAffinity);
  });

  it('is said once for all its pods, until the node is gone', () => {
    const east = pins.pin('east-1', undefined);
    const west = pins.pin('west-1', undefined);
    expect(pins.pin('east-1', undefined)).to.equal(east);
    pins.forget('east-1');
    expect(pins.pin('east-1', undefined)).not.to.equal(east);
    expect(pins.pin('west-1', undefined)).to.equal(west);
  });
});

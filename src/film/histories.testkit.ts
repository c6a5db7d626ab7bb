import fc from 'fast-check';
import type { ControllerRevision } from '../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../kubernetes/kinds/node/node';
import type { Pod } from '../kubernetes/kinds/pod/pod';
import { aDaemonSet, aNode, aPod, managedBy } from '../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../kubernetes/object';
import type { Change } from '../timeline/change';

/** Names that no cluster would take, and that no picture may trip over. */
const names = [
  'log-agent',
  '__proto__',
  'constructor',
  '👩‍🚀',
  '\u0000\u001b[31m',
  '</script><!--',
  '‮gnp',
  '',
];
const name = fc.constantFrom(...names);
const hash = fc.constantFrom('h1', 'h2', '__proto__');
const few = fc.nat(3);
/** Of few, so that what belongs together is found together. */
const owner = fc.constantFrom('log-agent', '__proto__');

const node: fc.Arbitrary<Node> = fc
  .record({
    name,
    labels: fc.dictionary(name, name, { maxKeys: 2 }),
    taints: fc.array(fc.record({ key: name, value: name, effect: name }), { maxLength: 2 }),
    cordoned: fc.boolean(),
    ready: fc.constantFrom('True', 'False', 'Unknown'),
  })
  .map(({ ready, ...traits }) => ({
    ...aNode(traits),
    status: { conditions: [{ type: 'Ready', status: ready }] },
  }));

const pod: fc.Arbitrary<Pod> = fc
  .record({
    name,
    hash,
    owner,
    meantFor: name,
    node: name,
    phase: fc.constantFrom('Pending', 'Running', 'Failed', 'Succeeded'),
    readySince: fc.constantFrom(undefined, 0),
    terminating: fc.boolean(),
  })
  .map((traits) => aPod({ ...traits, labels: { 'controller-revision-hash': traits.hash } }));

const template = fc
  .constantFrom('v1', '__proto__')
  .map((image) => ({ spec: { containers: [{ name: 'main', image: `a:${image}` }] } }));

const set: fc.Arbitrary<DaemonSet> = fc
  .record({
    name: owner,
    template,
    desired: few,
    ready: few,
    seconds: few,
    maxUnavailable: fc.constantFrom(1, '50%', 0),
  })
  .map(({ name, template, desired, ready, seconds, maxUnavailable }) => ({
    ...aDaemonSet({
      name,
      spec: {
        template,
        minReadySeconds: seconds,
        updateStrategy: seconds === 1 ? { type: 'OnDelete' } : { rollingUpdate: { maxUnavailable } },
      },
    }),
    status: {
      desiredNumberScheduled: desired,
      numberReady: ready,
      currentNumberScheduled: 0,
      numberMisscheduled: 0,
    },
  }));

const revision: fc.Arbitrary<ControllerRevision> = fc
  .record({ name, owner, hash, template, number: few })
  .map(({ name, owner, hash, template, number }) => ({
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      ...aPod({ name, owner }).metadata,
      labels: { 'controller-revision-hash': hash },
      ownerReferences: [managedBy(owner)],
    },
    data: { spec: { template: { ...template, $patch: 'replace' } } },
    revision: number,
  }));

const other: fc.Arbitrary<KubeObject> = name.map((name) => ({ ...aPod({ name }), kind: 'ConfigMap' }));

const step = fc.record({
  object: fc.oneof(node, pod, pod, set, revision, other),
  later: fc.constantFrom(0, 0, 0, 1, 1000, 86_400_000),
  goes: fc.boolean(),
});

/** Histories in which anything happens, as far as each thing comes, changes and goes, and may come again. */
export const histories: fc.Arbitrary<readonly Change[]> = fc
  .array(step, { maxLength: 40, size: 'max' })
  .map((steps) => {
    const there = new Map<string, KubeObject>();
    let at = 0;
    return steps.map(({ object, later, goes }, index): Change => {
      at += later;
      const { kind, metadata } = object;
      const key = `${kind}/${metadata.name}`;
      const known = there.get(key);
      const uid = known?.metadata.uid ?? (kind === 'DaemonSet' ? metadata.uid : `uid-${index}`);
      const next = { ...object, metadata: { ...metadata, uid, resourceVersion: String(index) } };
      if (known && goes) there.delete(key);
      else there.set(key, next);
      return {
        at,
        type: known ? (goes ? 'DELETED' : 'MODIFIED') : 'ADDED',
        object: known && goes ? known : next,
      };
    });
  });

/** A history, and how long it was when each step had ended. */
export const cutHistories = fc
  .tuple(histories, fc.array(fc.nat(45), { minLength: 1, maxLength: 5 }))
  .map(([changes, cuts]) => ({
    changes,
    cuts: cuts.map((cut) => Math.min(cut, changes.length)).sort((a, b) => a - b),
  }));

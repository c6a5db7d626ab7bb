import { expect } from 'chai';
import { aNode, aPod } from '../../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../../capacity/nodeInfo';
import { around } from './around.testkit';
import { interPodAffinity } from './interPodAffinity';

type Pod = ReturnType<typeof aPod>;

const ZONE = 'zone';

/** A node in a zone, with these pods. */
const place = (name: string, zone: string | undefined, ...pods: Pod[]): NodeInfo => {
  const info = new NodeInfo();
  info.node = aNode({ name, labels: zone === undefined ? {} : { zone } });
  for (const pod of pods) info.add({ pod });
  return info;
};

const term = (app: string, rest: object = {}) => ({
  labelSelector: { matchLabels: { app } },
  topologyKey: ZONE,
  ...rest,
});

/** A pod that wants to be near, or far from, these. */
const wanting = (kind: 'podAffinity' | 'podAntiAffinity', ...terms: object[]): Pod =>
  aPod({
    name: 'new',
    labels: { app: 'new' },
    spec: { affinity: { [kind]: { requiredDuringSchedulingIgnoredDuringExecution: terms } } } as Partial<
      Pod['spec']
    >,
  });

const db = aPod({ name: 'db', labels: { app: 'db' } });

/** What the filter says of a pod on the first of these places. */
const said = (pod: Pod, places: readonly NodeInfo[], namespaces = {}) => {
  const [first] = places;
  if (!first?.node) throw new Error('There must be a node.');
  return interPodAffinity.filter(pod, first.node, first, around(places, namespaces));
};

const TOO_NEAR = "node(s) didn't match pod anti-affinity rules";
const TOO_FAR = "node(s) didn't match pod affinity rules";

describe('a pod that requires others to be far', () => {
  const pod = wanting('podAntiAffinity', term('db'));

  it('is kept from their node, and from all others with the same label', () => {
    expect(said(pod, [place('a', 'east', db)])).to.deep.equal({ reasons: [TOO_NEAR], preemptible: true });
    expect(said(pod, [place('b', 'east'), place('a', 'east', db)])?.reasons).to.deep.equal([TOO_NEAR]);
  });

  it('may go elsewhere, and where the label is missing', () => {
    expect(said(pod, [place('b', 'west'), place('a', 'east', db)])).to.equal(undefined);
    expect(said(pod, [place('b', undefined), place('a', undefined, db)])).to.equal(undefined);
  });

  it('is asked of the pods as they are looked at, not as they are', () => {
    const node = place('a', 'east', db);
    const emptied = place('a', 'east');
    const asked = interPodAffinity.filter(
      pod,
      aNode({ name: 'a', labels: { zone: 'east' } }),
      emptied,
      around([node]),
    );
    expect(asked).to.equal(undefined);
  });

  it('means those of its own namespace, unless it names others or their labels', () => {
    const foreign = { ...db, metadata: { ...db.metadata, namespace: 'bank' } };
    const places = [place('a', 'east', foreign)];
    expect(said(pod, places)).to.equal(undefined);
    expect(
      said(wanting('podAntiAffinity', term('db', { namespaces: ['bank'] })), places)?.reasons,
    ).to.deep.equal([TOO_NEAR]);
    const rich = wanting(
      'podAntiAffinity',
      term('db', { namespaceSelector: { matchLabels: { rich: 'yes' } } }),
    );
    expect(said(rich, places, { bank: { rich: 'yes' } })?.reasons).to.deep.equal([TOO_NEAR]);
    expect(said(rich, places, { bank: { rich: 'no' } })).to.equal(undefined);
    expect(said(rich, [place('a', 'east', db)], { shop: { rich: 'no' } })).to.equal(undefined);
    expect(
      said(wanting('podAntiAffinity', term('db', { namespaceSelector: {} })), places)?.reasons,
    ).to.deep.equal([TOO_NEAR]);
  });

  it('may mean those alike, or unlike, in some label of its own', () => {
    const of = (track: string, terms: object): Pod => ({
      ...wanting('podAntiAffinity', term('db', terms)),
      metadata: { ...pod.metadata, labels: { app: 'new', track } },
    });
    const canary = { ...db, metadata: { ...db.metadata, labels: { app: 'db', track: 'canary' } } };
    const places = [place('a', 'east', canary)];
    expect(said(of('canary', { matchLabelKeys: ['track'] }), places)?.reasons).to.deep.equal([TOO_NEAR]);
    expect(said(of('stable', { matchLabelKeys: ['track'] }), places)).to.equal(undefined);
    expect(said(of('canary', { mismatchLabelKeys: ['track'] }), places)).to.equal(undefined);
    expect(said(of('stable', { mismatchLabelKeys: ['track'] }), places)?.reasons).to.deep.equal([TOO_NEAR]);
  });

  it('keeps others off, too', () => {
    const loner = { ...wanting('podAntiAffinity', term('db')), metadata: { ...pod.metadata, name: 'loner' } };
    expect(said(db, [place('a', 'east', loner)])).to.deep.equal({
      reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"],
      preemptible: true,
    });
    expect(said(db, [place('b', 'west'), place('a', 'east', loner)])).to.equal(undefined);
  });
});

describe('a pod that requires others to be near', () => {
  const pod = wanting('podAffinity', term('db'));

  it('goes only where they are, whatever preemption could do', () => {
    expect(said(pod, [place('b', 'east'), place('a', 'east', db)])).to.equal(undefined);
    expect(said(pod, [place('b', 'west'), place('a', 'east', db)])).to.deep.equal({
      reasons: [TOO_FAR],
      preemptible: false,
    });
    expect(said(pod, [place('b', undefined), place('a', 'east', db)])?.reasons).to.deep.equal([TOO_FAR]);
  });

  it('may be the first of those that want to be near each other', () => {
    const sociable = wanting('podAffinity', term('new'));
    expect(said(sociable, [place('a', 'east')])).to.equal(undefined);
    expect(said(sociable, [place('a', undefined)])?.reasons).to.deep.equal([TOO_FAR]);
    const other = { ...sociable, metadata: { ...sociable.metadata, name: 'other' } };
    expect(said(sociable, [place('b', 'west'), place('a', 'east', other)])?.reasons).to.deep.equal([TOO_FAR]);
    expect(said(pod, [place('a', 'east')])?.reasons).to.deep.equal([TOO_FAR]);
  });
});

describe('a pod that minds who is near hears', () => {
  it('of one to be near that comes, and of one to be far from that goes', () => {
    const near = wanting('podAffinity', term('db'));
    const far = wanting('podAntiAffinity', term('db'));
    expect(interPodAffinity.mayHelp(near, { type: 'pod placed', pod: db })).to.equal(true);
    expect(interPodAffinity.mayHelp(far, { type: 'pod placed', pod: db })).to.equal(false);
    expect(interPodAffinity.mayHelp(far, { type: 'pod gone', pod: db })).to.equal(true);
    expect(interPodAffinity.mayHelp(near, { type: 'pod gone', pod: db })).to.equal(false);
    expect(interPodAffinity.mayHelp(db, { type: 'pod gone', pod: far })).to.equal(true);
  });

  it('of one that changes its labels', () => {
    const other = { ...db, metadata: { ...db.metadata, labels: { app: 'other' } } };
    const far = wanting('podAntiAffinity', term('db'));
    expect(interPodAffinity.mayHelp(far, { type: 'pod updated', before: db, pod: other })).to.equal(true);
    expect(interPodAffinity.mayHelp(far, { type: 'pod updated', before: other, pod: db })).to.equal(false);
  });

  it('of a node that changes sides', () => {
    const [before, node] = [aNode({ labels: { zone: 'east' } }), aNode({ labels: { zone: 'west' } })];
    const far = wanting('podAntiAffinity', term('db'));
    expect(interPodAffinity.mayHelp(far, { type: 'node updated', before, node })).to.equal(true);
    expect(interPodAffinity.mayHelp(db, { type: 'node updated', before, node })).to.equal(false);
  });
});

import { expect } from 'chai';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { stored } from '../../../kubernetes/kinds/objects.testkit';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet } from '../../../kubernetes/kinds/samples.testkit';
import { Client } from '../../component/client';
import { refusalOf, Stage } from '../../stage.testkit';
import { hashTemplate, historyOf, outdated } from './history';

const { controllerrevisions, daemonsets } = resources;
const HASH = 'controller-revision-hash';

describe('the history of a daemon set', () => {
  let stage = new Stage();
  let set = aDaemonSet();
  let relabelled: string[] = [];
  beforeEach(() => {
    relabelled = [];
    stage = new Stage();
    set = stage.create<DaemonSet>(aDaemonSet());
  });

  const client = () => new Client(stage.registry, stage.disturbance);
  const revisions = () => [...stage.registry.store.all(controllerrevisions)] as ControllerRevision[];
  /** The history when the set has this image. */
  const at = (image: string) => {
    const { template } = set.spec;
    const containers = template.spec?.containers.map((container) => ({ ...container, image })) ?? [];
    const changed = { ...template, spec: { ...template.spec, containers } };
    const spec = { ...set.spec, template: changed };
    return historyOf(client(), { ...set, spec }, revisions(), (hash) => relabelled.push(hash));
  };
  const numbers = ({ current, old }: ReturnType<typeof at>) => [
    ...old.map(({ revision }) => revision),
    `now ${current.revision}`,
  ];

  it('begins with a revision that remembers the template and belongs to the set', () => {
    const { current, old } = at('agent:v1');
    expect(old).to.deep.equal([]);
    expect(current.revision).to.equal(1);
    expect(current.data).to.deep.equal({ spec: { template: { ...set.spec.template, $patch: 'replace' } } });
    const hash = hashTemplate(set.spec.template, 0);
    const { name, labels, ownerReferences } = current.metadata;
    expect(name).to.equal(`agent-${hash}`);
    expect(labels).to.deep.equal({ app: 'agent', [HASH]: hash });
    expect(ownerReferences?.map(({ uid }) => uid)).to.deep.equal([set.metadata.uid]);
  });

  it('remembers it with its keys in order, as whoever compares byte for byte expects', () => {
    const written = JSON.stringify(at('agent:v1').current.data);
    expect(written).to.match(/^\{"spec":\{"template":\{"\$patch":"replace","metadata":.*"spec":/);
    expect(written).to.match(/"containers":\[\{"image":"agent:v1",.*"name":"/);
  });

  it('stays as it is while the template does', () => {
    const { current } = at('agent:v1');
    expect(at('agent:v1').current).to.equal(current);
    expect(revisions()).to.have.length(1);
  });

  it('gets a new revision for every new template, with the next number', () => {
    at('agent:v1');
    expect(numbers(at('agent:v2'))).to.deep.equal([1, 'now 2']);
    expect(numbers(at('agent:v3'))).to.deep.equal([1, 2, 'now 3']);
    expect(new Set(revisions().map(({ metadata }) => metadata.labels?.[HASH])).size).to.equal(3);
  });

  it('gives the highest number to a template that comes back, and its old name', () => {
    const first = at('agent:v1').current;
    at('agent:v2');
    const back = at('agent:v1');
    expect(numbers(back)).to.deep.equal([2, 'now 3']);
    expect(back.current.metadata.uid).to.equal(first.metadata.uid);
    expect(numbers(at('agent:v2'))).to.deep.equal([3, 'now 4']);
  });

  it('gives a revision without a hash its name for one', () => {
    const { name } = at('agent:v1').current.metadata;
    stage.amend<ControllerRevision>(controllerrevisions, name, ({ metadata, ...revision }) => ({
      ...revision,
      metadata: { ...metadata, labels: { app: 'agent' } },
    }));
    expect(at('agent:v1').current.metadata.labels).to.deep.equal({ app: 'agent', [HASH]: name });
    expect(revisions()).to.have.length(1);
  });

  it('keeps the highest of several revisions of one template', () => {
    const { current } = at('agent:v1');
    const { name, labels, ownerReferences } = current.metadata;
    stage.create({ ...current, metadata: { name: `${name}-2`, labels, ownerReferences }, revision: 5 });
    expect(relabelled).to.deep.equal([]);
    const kept = at('agent:v1').current;
    expect([kept.metadata.name, kept.revision]).to.deep.equal([`${name}-2`, 5]);
    expect(relabelled).to.deep.equal([kept.metadata.labels?.[HASH]]);
    expect(stage.names(controllerrevisions)).to.deep.equal([`${name}-2`]);
  });

  it('takes the revision that is there already, though nobody has heard of it', () => {
    const { current } = at('agent:v1');
    expect(historyOf(client(), set, [], () => {}).current.metadata.uid).to.equal(current.metadata.uid);
  });

  it('counts a collision if the name is taken by another template, and draws another name', () => {
    const name = `agent-${hashTemplate(set.spec.template, 0)}`;
    stage.create({
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: { name },
      data: {},
      revision: 1,
    });
    expect(refusalOf(() => at('agent:v1')).reason).to.equal('AlreadyExists');
    set = stage.find<DaemonSet>(daemonsets, 'agent') ?? set;
    expect(set.status.collisionCount).to.equal(1);
    expect(at('agent:v1').current.metadata.name).to.equal(`agent-${hashTemplate(set.spec.template, 1)}`);
  });

  it('counts a collision once, even if it has not heard of that yet', () => {
    const name = `agent-${hashTemplate(set.spec.template, 0)}`;
    const taken = { apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name } };
    stage.create({ ...taken, data: {}, revision: 1 });
    for (let round = 0; round < 2; round++) refusalOf(() => at('agent:v1'));
    expect(stage.find<DaemonSet>(daemonsets, 'agent')?.status.collisionCount).to.equal(1);
  });
});

describe('the hash of a template', () => {
  const { template } = aDaemonSet().spec;

  it('does not depend on the order of fields', () => {
    const { metadata, spec } = template;
    expect(hashTemplate({ spec, metadata }, 0)).to.equal(hashTemplate({ metadata, spec }, 0));
  });

  it('differs with the template and with the number of collisions', () => {
    const hashes = [0, 1, 2].map((collisions) => hashTemplate(template, collisions));
    hashes.push(hashTemplate({ ...template, metadata: { labels: { app: 'other' } } }, 0));
    expect(new Set(hashes).size).to.equal(4);
  });

  it('is fit for names and labels', () => {
    expect(hashTemplate(template, 0)).to.match(/^[a-z0-9]{1,10}$/);
  });
});

describe('what is forgotten of a history', () => {
  /** Revisions 1, 2, 3, …, each with its number as hash. */
  const old = (count: number): ControllerRevision[] =>
    Array.from({ length: count }, (_, index) =>
      stored(controllerrevisions, { revision: index + 1 }, { labels: { [HASH]: String(index + 1) } }),
    );
  const forgotten = (count: number, limit: number, ...live: string[]): number[] =>
    outdated(old(count), limit, (hash) => live.includes(hash)).map(({ revision }) => revision);

  it('is nothing within the limit', () => {
    expect(forgotten(3, 3)).to.deep.equal([]);
    expect(forgotten(0, 0)).to.deep.equal([]);
  });

  it('is the oldest beyond the limit', () => {
    expect(forgotten(5, 3)).to.deep.equal([1, 2]);
    expect(forgotten(2, 0)).to.deep.equal([1, 2]);
  });

  it('is never what pods still run, though it counts', () => {
    expect(forgotten(5, 3, '1')).to.deep.equal([2, 3]);
    expect(forgotten(3, 1, '1', '2', '3')).to.deep.equal([]);
    expect(forgotten(3, 0, '3')).to.deep.equal([1, 2]);
  });
});

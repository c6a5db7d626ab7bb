import { expect } from 'chai';
import type { ControllerRevision } from '../../../kubernetes/kinds/controllerrevision/controllerRevision';
import {
  KUBERNETES_NODE_SELECTOR,
  OPENSHIFT_NODE_SELECTOR,
} from '../../../kubernetes/kinds/namespace/nodeSelector';
import { stored } from '../../../kubernetes/kinds/objects.testkit';
import { resources } from '../../../kubernetes/kinds/resources';
import { aDaemonSet, managedBy } from '../../../kubernetes/kinds/samples.testkit';
import type { KubeObject, StringMap } from '../../../kubernetes/object';
import type { StoreEvent } from '../../apiserver/registry/topic';
import type { History } from './history';
import { annotated, event, inNamespace, Listener } from './knowledge.testkit';

const FOR_AGENT = { app: 'agent' };

const revision = (name: string, metadata: Partial<KubeObject['metadata']> = {}): ControllerRevision =>
  stored(
    resources.controllerrevisions,
    { revision: 1 },
    { name, namespace: 'shop', uid: `uid-of-${name}`, ...metadata },
  );

describe('news', () => {
  let listener = new Listener();
  beforeEach(() => {
    listener = new Listener();
  });

  const wokenBy = (news: () => void) => listener.wokenBy(news);
  const stateOf = (name?: string) => listener.stateOf(name);
  const set = (object = aDaemonSet()) => listener.set(object);

  describe('of a revision', () => {
    const own = revision('agent-1', { ownerReferences: [managedBy('agent')] });
    const free = revision('agent-1', { labels: FOR_AGENT });
    beforeEach(() => {
      for (const name of ['agent', 'proxy']) set(aDaemonSet({ name }));
      for (const name of ['agent', 'proxy']) stateOf(name).history = {} as History;
    });
    const news = (type: StoreEvent['type'], object: ControllerRevision) => (): void =>
      listener.knowledge.onRevision(event(type, object, 0));
    const near = () =>
      [...listener.knowledge.revisionsNear(aDaemonSet())].map(({ metadata }) => metadata.name);
    /** The sets that have to find their revision again. */
    const unsure = () => ['agent', 'proxy'].filter((name) => stateOf(name).history === undefined);

    it('that is new have the set that manages it find its revision again, but wake nobody', () => {
      expect(wokenBy(news('ADDED', own))).to.deep.equal([]);
      expect(unsure()).to.deep.equal(['agent']);
    });

    it('wake the set that manages it when it changes or goes', () => {
      news('ADDED', own)();
      expect(wokenBy(news('MODIFIED', { ...own, revision: 2 }))).to.deep.equal(['shop/agent']);
      expect(wokenBy(news('DELETED', own))).to.deep.equal(['shop/agent']);
    });

    it('that nobody manages wake the sets that may adopt it when it is new, or labelled anew, and at no other time', () => {
      const relabelled = revision('agent-1', { labels: { app: 'proxy' } });
      expect(wokenBy(news('ADDED', free))).to.deep.equal(['shop/agent']);
      expect(wokenBy(news('MODIFIED', { ...free, revision: 2 }))).to.deep.equal([]);
      expect(wokenBy(news('MODIFIED', relabelled))).to.deep.equal(['shop/proxy']);
      expect(wokenBy(news('DELETED', relabelled))).to.deep.equal([]);
    });

    it('have the sets that may adopt it find their revisions again', () => {
      news('ADDED', revision('free', { labels: { app: 'proxy' } }))();
      expect(unsure()).to.deep.equal(['proxy']);
    });

    it('wake the former manager, too', () => {
      news('ADDED', own)();
      const theirs = revision('agent-1', { ownerReferences: [managedBy('proxy')] });
      expect(wokenBy(news('MODIFIED', theirs))).to.have.members(['shop/agent', 'shop/proxy']);
      expect(wokenBy(news('MODIFIED', free))).to.have.members(['shop/agent', 'shop/proxy']);
    });

    it('are kept for the sets of its namespace until it is gone', () => {
      news('ADDED', own)();
      news('ADDED', revision('theirs', { ownerReferences: [managedBy('stranger')] }))();
      news('ADDED', inNamespace(revision('elsewhere'), 'other'))();
      news('MODIFIED', own)();
      expect(near()).to.deep.equal(['agent-1', 'theirs']);
      news('DELETED', own)();
      expect(near()).to.deep.equal(['theirs']);
    });
  });

  describe("of a project's node selector", () => {
    const say = (annotations?: StringMap, type: StoreEvent['type'] = 'MODIFIED'): void =>
      listener.knowledge.onNamespace(event(type, annotated(annotations), 0));
    const selector = () => listener.knowledge.projectSelector(aDaemonSet());

    it('are what its annotation says, which may be nothing', () => {
      expect(selector()).to.equal(undefined);
      say();
      expect(selector()).to.equal(undefined);
      say({ [OPENSHIFT_NODE_SELECTOR]: 'zone=east,disk=ssd' });
      expect(selector()?.text).to.equal('zone=east,disk=ssd');
      say({ [OPENSHIFT_NODE_SELECTOR]: '' });
      expect(selector()?.text).to.equal('');
    });

    it("are Kubernetes' own annotation before OpenShift's", () => {
      say({ [OPENSHIFT_NODE_SELECTOR]: 'zone=east', [KUBERNETES_NODE_SELECTOR]: 'zone=west' });
      expect(selector()?.text).to.equal('zone=west');
    });

    it('wake nobody: they count from the next sync', () => {
      set();
      expect(wokenBy(() => say({ [OPENSHIFT_NODE_SELECTOR]: 'zone=east' }))).to.deep.equal([]);
    });

    it('are forgotten with the project', () => {
      say({ [OPENSHIFT_NODE_SELECTOR]: 'zone=east' });
      say({}, 'DELETED');
      expect(selector()).to.equal(undefined);
    });

    it('are nothing to the legacy model', () => {
      say({ [OPENSHIFT_NODE_SELECTOR]: 'zone=east' });
      listener.settings.legacyScheduling = true;
      expect(selector()).to.equal(undefined);
    });
  });
});

import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { Kinds } from './kinds';
import { widgets } from './widgets.testkit';

describe('the kinds that a cluster serves', () => {
  const widget = { apiVersion: 'example.com/v1', kind: 'Widget' };

  it('are those that every cluster has', () => {
    const kinds = new Kinds();
    expect(kinds.all()).to.include(resources.pods);
    expect(kinds.of({ apiVersion: 'apps/v1', kind: 'DaemonSet' })).to.equal(resources.daemonsets);
    expect(kinds.of(widget)).to.equal(undefined);
  });

  it('and those that it was taught, in one version', () => {
    const kinds = new Kinds();
    kinds.teach(widgets);
    expect(kinds.of(widget)).to.equal(widgets);
    expect(kinds.of({ ...widget, apiVersion: 'example.com/v2' })).to.equal(undefined);
    expect(kinds.all().at(-1)).to.equal(widgets);
    expect(new Kinds().of(widget)).to.equal(undefined);
  });

  it('are told to who follows them: all there are, and each new one once, until they stop', () => {
    const kinds = new Kinds();
    const heard: string[] = [];
    const stop = kinds.follow(({ kind }) => heard.push(kind));
    expect(heard).to.deep.equal(kinds.all().map(({ kind }) => kind));
    heard.length = 0;
    kinds.teach(widgets);
    kinds.teach({ ...widgets });
    kinds.teach(resources.pods);
    expect(heard).to.deep.equal(['Widget']);
    stop();
    kinds.teach({ ...widgets, kind: 'Gadget' });
    expect(heard).to.deep.equal(['Widget']);
  });
});

import { expect } from 'chai';
import { kindsFromTheStart } from './everyKind';
import { defineKind, type Kind } from './kind';
import { Kinds } from './kinds';
import { resources } from './resources';

const FACTS = { kind: 'Garden', plural: 'gardens', namespaced: true };
const first = defineKind({
  ...FACTS,
  apiVersion: 'land.example.com/v1',
  shortNames: ['gd', 'po'],
  categories: ['all'],
});
const second = defineKind({ ...FACTS, apiVersion: 'land.example.com/v2' });

describe('a registry of kinds', () => {
  const kinds = kindsFromTheStart();

  it('finds a kind by what an object says it is', () => {
    expect(kinds.of({ apiVersion: 'apps/v1', kind: 'DaemonSet' })).to.equal(resources.daemonsets);
    expect(kinds.of({ apiVersion: 'v1', kind: 'DaemonSet' })).to.equal(undefined);
  });

  it('finds a kind by its place in the API', () => {
    expect(kinds.at({ group: 'apps', plural: 'daemonsets' })).to.equal(resources.daemonsets);
    expect(kinds.at({ group: '', plural: 'daemonsets' })).to.equal(undefined);
  });

  it('finds a kind by what people type', () => {
    for (const word of ['ds', 'DaemonSet', 'daemonsets', 'daemonsets.apps', 'daemonset.v1.apps'])
      expect(kinds.named(word), word).to.equal(resources.daemonsets);
    for (const word of ['daemon', 'ds.apps', 'daemonsets.v2.apps', 'pods.', 'constructor'])
      expect(kinds.named(word), word).to.equal(undefined);
  });

  it('knows what belongs together', () => {
    const kindsOf = (found: readonly Kind[]) => found.map(({ kind }) => kind);
    expect(kindsOf(kinds.inCategory('all'))).to.include.members(['Pod', 'DaemonSet', 'Service', 'CronJob']);
    expect(kindsOf(kinds.ofVersion('apps/v1'))).to.deep.equal([
      'ControllerRevision',
      'DaemonSet',
      'Deployment',
      'ReplicaSet',
      'StatefulSet',
    ]);
    expect(kinds.ofVersion('apps/v2')).to.deep.equal([]);
  });

  it('serves no two kinds of one name', () => {
    const { all } = kinds;
    expect(new Set(all.map(({ plural, apiVersion }) => `${plural} ${apiVersion}`)).size).to.equal(all.length);
    expect(new Set(all.map(({ kind, apiVersion }) => `${apiVersion} ${kind}`)).size).to.equal(all.length);
    expect(Object.entries(resources).every(([name, { plural }]) => name === plural)).to.equal(true);
  });

  it('goes its own way once it is copied', () => {
    const own = new Kinds<Kind>([resources.pods, first]);
    const copy = own.copy();
    own.remove(first);
    copy.add(second);
    expect(own.all).to.deep.equal([resources.pods]);
    expect([own.of(first), own.named('gd'), own.at(second)]).to.deep.equal([undefined, undefined, undefined]);
    expect(copy.all).to.deep.equal([resources.pods, first, second]);
    expect([copy.of(second), copy.named('gd'), copy.at(second)]).to.deep.equal([second, first, first]);
  });

  it('takes in more as it goes, and words keep their meaning', () => {
    const own = new Kinds<Kind>([resources.pods]);
    own.add(first);
    own.add(second);
    expect(own.all).to.deep.equal([resources.pods, first, second]);
    expect([own.of(second), own.at(second), own.named('gardens')]).to.deep.equal([second, first, first]);
    expect([own.named('gd'), own.named('po')]).to.deep.equal([first, resources.pods]);
    expect(own.named('gardens.v2.land.example.com')).to.equal(second);
    expect(own.inCategory('all')).to.deep.equal([resources.pods, first]);
    expect(kinds.named('gardens'), 'another registry').to.equal(undefined);
    expect(() => own.add(second)).to.throw('Garden of land.example.com/v2 is there already');
  });

  it('counts its changes', () => {
    const own = new Kinds<Kind>([resources.pods]);
    const seen = [own.revision];
    for (const change of [
      () => own.add(first),
      () => own.put({ ...first }),
      () => own.put(second),
      () => own.remove(first),
    ]) {
      change();
      seen.push(own.revision);
    }
    expect(new Set(seen).size).to.equal(5);
    expect(own.revision).to.equal(seen.at(-1));
  });
});

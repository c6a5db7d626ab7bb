import { expect } from 'chai';
import fc from 'fast-check';
import { deepEqual } from '../../fields/equality';
import type { KubeObject, Manifest } from '../../object';
import { applyPatch, computeApplyPatch, lastAppliedOf, rememberingItself } from '.';
import { isObject } from './json';
import { applyMergePatch } from './merge';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ maxLength: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** The merge patch that makes `to` of `from`. */
const mergeDiff = (from: unknown, to: unknown): unknown => {
  if (!isObject(from) || !isObject(to)) return to;
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(from)) if (!(key in to)) patch[key] = null;
  for (const key of Object.keys(to)) {
    if (!deepEqual(from[key], to[key])) patch[key] = key in from ? mergeDiff(from[key], to[key]) : to[key];
  }
  return patch;
};

const name = fc.constantFrom('a', 'b', 'c', 'd');
const container = (each: string, image: string, env: readonly string[]) => ({
  name: each,
  image,
  ...(env.length > 0 ? { env: env.map((variable) => ({ name: variable, value: image })) } : {}),
});
const containers = fc
  .uniqueArray(fc.tuple(name, name, fc.uniqueArray(name, { maxLength: 2 })), {
    selector: ([each]) => each,
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.map(([each, image, env]) => container(each, image, env)));

const template = fc.record({
  metadata: fc.record({ labels: fc.dictionary(name, name, { maxKeys: 3 }) }),
  spec: fc.record(
    { containers, tolerations: fc.array(fc.record({ key: name }), { maxLength: 2 }), nodeName: name },
    { requiredKeys: ['containers'] },
  ),
});

const daemonSet = fc.record({ template }).map((spec) => {
  const manifest: Manifest = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec };
  return manifest as Manifest & KubeObject;
});

const patchBody = fc.record({
  template: fc.record({ spec: fc.record({ containers, nodeName: fc.option(name) }) }),
});

describe('patches', () => {
  it('a merge patch of what differs reproduces the target', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        expect(applyMergePatch(from, mergeDiff(from, to))).to.deep.equal(to);
      }),
    );
  });

  it('a strategic patch does its work at once: a second time it changes nothing', () => {
    fc.assert(
      fc.property(daemonSet, patchBody, (current, spec) => {
        const once = applyPatch(current, { spec }, 'strategic');
        expect(applyPatch(once, { spec }, 'strategic')).to.equal(once);
      }),
    );
  });

  it('no patch changes the object it is applied to', () => {
    fc.assert(
      fc.property(daemonSet, patchBody, (current, spec) => {
        const before = JSON.stringify(current);
        applyPatch(current, { spec }, 'strategic');
        applyPatch(current, { spec }, 'merge');
        expect(JSON.stringify(current)).to.equal(before);
      }),
    );
  });

  it('applying a manifest makes the object say what the manifest says', () => {
    fc.assert(
      fc.property(daemonSet, daemonSet, (first, second) => {
        const patched = applyPatch(first, computeApplyPatch(first, second, first), 'strategic');
        expect(patched).to.deep.equal(second);
      }),
    );
  });

  it('applying the same manifest again is nothing to do', () => {
    fc.assert(
      fc.property(daemonSet, (manifest) => {
        expect(computeApplyPatch(manifest, manifest, manifest)).to.deep.equal({});
      }),
    );
  });

  it('applying leaves alone what others have set', () => {
    const applied = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' } } as Manifest &
      KubeObject;
    const live = { ...applied, spec: { minReadySeconds: 5 } };
    const wanted = { ...applied, spec: { revisionHistoryLimit: 2 } };
    const patch = computeApplyPatch(applied, wanted, live);
    expect(patch).to.deep.equal({ spec: { revisionHistoryLimit: 2 } });
    expect(applyPatch(live, patch, 'strategic')).to.deep.include({
      spec: { minReadySeconds: 5, revisionHistoryLimit: 2 },
    });
  });

  it('a manifest remembers itself without its memory', () => {
    fc.assert(
      fc.property(daemonSet, (manifest) => {
        const remembered = lastAppliedOf(rememberingItself(manifest) as KubeObject);
        expect(remembered).to.deep.equal({
          ...manifest,
          metadata: { ...manifest.metadata, annotations: {} },
        });
      }),
    );
  });
});

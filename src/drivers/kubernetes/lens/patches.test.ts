import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { lensOf, RUN } from './samples.testkit';

const { daemonsets } = resources;
const HIDDEN = { 'rollcall.dev/example': 'k3x9-7' };
const SELECTOR = '/spec/template/spec/nodeSelector';
const inSpec = (nodeSelector: unknown) => ({ spec: { template: { spec: { nodeSelector } } } });

describe('A patch, as it is sent', () => {
  const lens = lensOf(7);

  it('removes in JSON what the example sees, and no more', () => {
    expect(lens.patchOut([{ op: 'remove', path: SELECTOR }], 'json', daemonsets).patch).to.deep.equal([
      { op: 'replace', path: SELECTOR, value: HIDDEN },
    ]);
    expect(
      lens.patchOut([{ op: 'remove', path: '/metadata/labels' }], 'json', daemonsets).patch,
    ).to.deep.equal([{ op: 'replace', path: '/metadata/labels', value: { ...RUN, ...HIDDEN } }]);
  });

  it('tests and replaces in JSON with what is hidden, and with the names of the server', () => {
    const value = { 'kubernetes.io/hostname': 'east-1' };
    const sent = { 'kubernetes.io/hostname': 'east-1-k3x9-7', ...HIDDEN };
    for (const op of ['test', 'replace', 'add'])
      expect(lens.patchOut([{ op, path: SELECTOR, value }], 'json', daemonsets).patch).to.deep.equal([
        { op, path: SELECTOR, value: sent },
      ]);
    const path = `${SELECTOR}/kubernetes.io~1hostname`;
    expect(lens.patchOut([{ op: 'add', path, value: 'east-1' }], 'json', daemonsets).patch).to.deep.equal([
      { op: 'add', path, value: 'east-1-k3x9-7' },
    ]);
  });

  it('empties a map strategically, but for what is hidden', () => {
    const emptied = { ...HIDDEN, $patch: 'replace' };
    for (const type of ['merge', 'strategic'] as const)
      expect(lens.patchOut(inSpec(null), type, daemonsets)).to.deep.equal({
        patch: inSpec(emptied),
        type: 'strategic',
      });
    expect(lens.patchOut(inSpec({ zone: null }), 'merge', daemonsets)).to.deep.equal({
      patch: inSpec({ zone: null }),
      type: 'merge',
    });
  });

  it('says who selects nodes where somebody applies a template', () => {
    const template = { spec: { template: { spec: { containers: [] } } } };
    expect(lens.patchOut(template, 'apply', daemonsets).patch).to.have.nested.property(
      'spec.template.spec.nodeSelector',
    );
  });
});

import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { lensOf, RUN, stored } from './samples.testkit';

const HIDDEN = { 'rollcall.dev/example': 'k3x9-7' };
const { daemonsets, controllerrevisions } = resources;

describe('What the server answers', () => {
  it('says who has set what, but for what is hidden', () => {
    const entry = (manager: string, fieldsV1: object) => ({ manager, operation: 'Apply', fieldsV1 });
    const labels = { '.': {}, 'f:rollcall.dev/run': {}, 'f:rollcall.dev/example': {} };
    const object = stored({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: {
        name: 'a',
        namespace: 'demo-k3x9-7',
        labels: { ...RUN, ...HIDDEN },
        managedFields: [
          entry('only-hidden', { 'f:metadata': { 'f:labels': labels } }),
          entry('both', {
            'f:metadata': { 'f:labels': { ...labels, 'f:app': {} } },
            'f:spec': { 'f:template': { 'f:spec': { 'f:nodeSelector': {}, 'f:hostNetwork': {} } } },
          }),
        ],
      },
      spec: { template: { spec: { nodeSelector: HIDDEN, hostNetwork: true } } },
    }) as unknown as KubeObject;
    const seen = lensOf(7).objectIn(object);
    expect(seen?.metadata.managedFields).to.deep.equal([
      entry('both', {
        'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
        'f:spec': { 'f:template': { 'f:spec': { 'f:hostNetwork': {} } } },
      }),
    ]);
    expect(seen).to.have.nested.property('spec.template.spec').that.deep.equals({ hostNetwork: true });
  });

  it('says who has set a selector that the example has', () => {
    const fieldsV1 = { 'f:spec': { 'f:template': { 'f:spec': { 'f:nodeSelector': {} } } } };
    const object = stored({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'a', namespace: 'demo-k3x9-7', managedFields: [{ manager: 'me', fieldsV1 }] },
      spec: { template: { spec: { nodeSelector: { ...HIDDEN, zone: 'a' } } } },
    }) as unknown as KubeObject;
    expect(lensOf(7).objectIn(object)?.metadata.managedFields).to.deep.equal([{ manager: 'me', fieldsV1 }]);
  });

  it('is sent back without, for the server knows better', () => {
    const written = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'a', namespace: 'demo', managedFields: [{ manager: 'me', fieldsV1: {} }] },
    };
    const lens = lensOf(7);
    expect(lens.manifestOut(written, daemonsets).metadata).not.to.have.property('managedFields');
    const cleared = { ...written, metadata: { ...written.metadata, managedFields: [{}] } };
    expect(lens.manifestOut(cleared, daemonsets).metadata.managedFields).to.deep.equal([{}]);
  });

  it('keeps the bytes of a revision: what is put into it stands in order', () => {
    const data = {
      spec: { template: { $patch: 'replace', spec: { containers: [], restartPolicy: 'Always' } } },
    };
    const revision = {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: { name: 'a', namespace: 'demo' },
      data,
      revision: 1,
    };
    const lens = lensOf(7);
    const sent = lens.manifestOut(revision, controllerrevisions);
    expect(JSON.stringify(sent.data)).to.equal(
      '{"spec":{"template":{"$patch":"replace","spec":{"containers":[],"nodeSelector":' +
        '{"rollcall.dev/example":"k3x9-7"},"restartPolicy":"Always"}}}}',
    );
    expect(lens.objectIn(stored(sent))).to.deep.include({ data });
  });

  it('shares what does not change, and gives the same for the same', () => {
    const spec = { containers: [{ name: 'main' }] };
    const object = stored({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', namespace: 'demo-k3x9-7' },
      spec,
    });
    const lens = lensOf(7);
    const seen = lens.objectIn(object);
    expect(seen).to.have.property('spec', spec);
    expect(lens.objectIn(object)).to.equal(seen);
    expect(object.metadata.namespace).to.equal('demo-k3x9-7');
  });

  it('speaks of what is hidden in no text', () => {
    const lens = lensOf(7);
    const key = '"rollcall.dev/example":"k3x9-7"';
    expect(lens.textIn(`Invalid value: {"nodeSelector":{"disk":"ssd",${key}}}`)).to.equal(
      'Invalid value: {"nodeSelector":{"disk":"ssd"}}',
    );
    expect(lens.textIn(`{${key},"zone":"a"}`)).to.equal('{"zone":"a"}');
    expect(lens.textIn(`{"app":"a",${key},"rollcall.dev/run":"k3x9","zone":"a"}`)).to.equal(
      '{"app":"a","zone":"a"}',
    );
    expect(lens.textIn('app=a,rollcall.dev/example=k3x9-7,rollcall.dev/run=k3x9')).to.equal('app=a');
  });

  it('names in a status what the example knows', () => {
    const lens = lensOf(7);
    expect(
      lens.valueIn({ message: 'nodes "east-1-k3x9-7" not found', details: { name: 'east-1-k3x9-7' } }),
    ).to.deep.equal({
      message: 'nodes "east-1" not found',
      details: { name: 'east-1' },
    });
  });
});

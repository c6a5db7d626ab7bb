import { expect } from 'chai';
import type { KubeObject, Manifest } from '../../object';
import type { ApiError } from '../../refusals';
import { applyPatch, computeApplyPatch, patchTypeOf } from '.';

type Fields = Record<string, unknown>;

type Whole = KubeObject & Fields;

const object = (apiVersion: string, kind: string, fields: Fields): Whole =>
  ({ apiVersion, kind, metadata: { name: 'a' }, ...fields }) as Whole;

const patched = (current: Whole, patch: Fields): Fields => applyPatch(current, patch, 'strategic');

const gadget = (spec: Fields) => object('example.com/v1', 'Gadget', { spec });

describe('patches of kinds of which only the schema is known', () => {
  it('merge a service’s ports by their number', () => {
    const ports = [
      { port: 80, name: 'http' },
      { port: 90, name: 'admin' },
    ];
    const { spec } = patched(object('v1', 'Service', { spec: { ports } }), {
      spec: { ports: [{ port: 90, targetPort: 9090 }] },
    });
    expect(spec).to.deep.equal({ ports: [ports[0], { port: 90, name: 'admin', targetPort: 9090 }] });
  });

  it('merge containers in the templates of templates', () => {
    const inPods = (containers: Fields[]) => ({
      spec: { jobTemplate: { spec: { template: { spec: { containers } } } } },
    });
    const [a, b] = [
      { name: 'a', image: 'a:1' },
      { name: 'b', image: 'b:1' },
    ];
    const job = object('batch/v1', 'CronJob', inPods([a, b]));
    expect(patched(job, inPods([{ name: 'b', image: 'b:2' }])).spec).to.deep.equal(
      inPods([a, { name: 'b', image: 'b:2' }]).spec,
    );
  });

  it('merge webhooks by name, and replace their rules', () => {
    const webhooks = [{ name: 'a.b.c', rules: [{ operations: ['CREATE'] }], timeoutSeconds: 5 }];
    const configuration = object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
      webhooks,
    });
    const change = { webhooks: [{ name: 'a.b.c', rules: [{ operations: ['DELETE'] }] }] };
    expect(patched(configuration, change).webhooks).to.deep.equal([
      { name: 'a.b.c', rules: [{ operations: ['DELETE'] }], timeoutSeconds: 5 },
    ]);
  });

  it('replace lists without a merge key', () => {
    const ingress = object('networking.k8s.io/v1', 'Ingress', {
      spec: { rules: [{ host: 'a' }, { host: 'b' }] },
    });
    expect(patched(ingress, { spec: { rules: [{ host: 'c' }] } }).spec).to.deep.equal({
      rules: [{ host: 'c' }],
    });
  });

  it('are not taken strategically for a custom resource', () => {
    let refusal: ApiError | undefined;
    try {
      applyPatch(gadget({}), { spec: { size: 2 } }, 'strategic');
    } catch (error) {
      refusal = error as ApiError;
    }
    expect(refusal?.code).to.equal(415);
    expect(refusal?.reason).to.equal('UnsupportedMediaType');
    expect(refusal?.message).to.equal(
      'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
    );
  });

  it('are merge patches where kubectl applies a custom resource', () => {
    const [before, live] = [
      gadget({ size: 1, list: [1, 2], old: true }),
      gadget({ size: 1, list: [1, 2], old: true, own: 1 }),
    ];
    const wanted = gadget({ size: 2, list: [2] });
    expect(patchTypeOf(wanted)).to.equal('merge');
    expect(patchTypeOf({ apiVersion: 'v1', kind: 'Service' })).to.equal('strategic');
    const patch = computeApplyPatch(before as Manifest, wanted as Manifest, live);
    expect(patch).to.deep.equal({ spec: { size: 2, list: [2], old: null } });
    expect(applyPatch(live, patch, 'merge')).to.deep.include({ spec: { size: 2, list: [2], own: 1 } });
  });
});

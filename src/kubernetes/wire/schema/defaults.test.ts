import { expect } from 'chai';
import type { Part } from '../../fields/fill';
import { defaultsBySchema } from './defaults';
import { type Definition, definitionNamed, definitionOf } from './schema';
import stored from './stored.data.json';

const typeOf = (apiVersion: string, kind: string): Definition => {
  const definition = definitionOf({ apiVersion, kind });
  if (!definition) throw new Error(`no schema of ${kind}`);
  return definition;
};

const filled = (apiVersion: string, kind: string, fields: Part = {}): Part => {
  const { metadata: _, ...rest } = defaultsBySchema({ ...fields }, typeOf(apiVersion, kind));
  return rest;
};

describe('defaultsBySchema', () => {
  for (const object of stored) {
    it(`adds nothing to a ${object.kind} that an API server has stored`, () => {
      expect(defaultsBySchema(object as Part, typeOf(object.apiVersion, object.kind))).to.equal(object);
    });
  }

  it('writes the structs that Go does not leave out, and the fields in them', () => {
    expect(filled('v1', 'Service')).to.deep.equal({ spec: {}, status: { loadBalancer: {} } });
    expect(
      filled('apps/v1', 'Deployment', { spec: { selector: {}, template: { spec: { containers: [] } } } }),
    ).to.deep.equal({
      spec: { selector: {}, strategy: {}, template: { metadata: {}, spec: { containers: [] } } },
      status: {},
    });
    expect(filled('apps/v1', 'StatefulSet').status).to.deep.equal({ replicas: 0, availableReplicas: 0 });
  });

  it('writes null for lists without omitempty, and for times that are no pointers', () => {
    expect(filled('rbac.authorization.k8s.io/v1', 'Role')).to.deep.equal({ rules: null });
    expect(filled('rbac.authorization.k8s.io/v1', 'Role', { rules: [] })).to.deep.equal({ rules: null });
    const status = { conditions: [{ type: 'Ready', status: 'True' }] };
    const { conditions } = filled('apps/v1', 'Deployment', { status }).status as { conditions: Part[] };
    expect(conditions[0]).to.deep.include({ lastTransitionTime: null, lastUpdateTime: null });
  });

  it('leaves an empty list that validation asks for as it was given', () => {
    const { webhooks } = filled('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
      webhooks: [{ name: 'a', admissionReviewVersions: [] }],
    }) as { webhooks: Part[] };
    expect(webhooks[0]).to.deep.include({ admissionReviewVersions: [], sideEffects: null });
  });

  it('writes zero for amounts and for ports that Go does not leave out', () => {
    const reference = definitionNamed('io.k8s.api.core.v1.ResourceFieldSelector') as Definition;
    expect(defaultsBySchema({ resource: 'limits.cpu' }, reference)).to.deep.equal({
      resource: 'limits.cpu',
      divisor: '0',
    });
    const port = definitionNamed('io.k8s.api.core.v1.ServicePort') as Definition;
    expect(defaultsBySchema({ port: 80 }, port)).to.deep.equal({ port: 80, protocol: 'TCP', targetPort: 0 });
  });

  it('fills in the defaults of the schema, in lists and maps too, and takes empty text for nothing', () => {
    const spec = { ports: [{ port: 80, protocol: '' }] };
    expect(filled('v1', 'Service', { spec }).spec).to.deep.equal({
      ports: [{ port: 80, protocol: 'TCP', targetPort: 0 }],
    });
  });

  it('lets Go code go first', () => {
    const more = { 'io.k8s.api.core.v1.ServicePort': (port: Part) => ({ ...port, targetPort: port.port }) };
    const service = defaultsBySchema({ spec: { ports: [{ port: 80 }] } }, typeOf('v1', 'Service'), more);
    expect(service.spec).to.deep.equal({ ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] });
  });

  it('keeps the parts that lack nothing', () => {
    const template = { metadata: {}, spec: { containers: [{ name: 'a', resources: {} }] } };
    const { spec } = filled('apps/v1', 'Deployment', { spec: { selector: {}, template } }) as { spec: Part };
    expect(spec.template).to.equal(template);
  });
});

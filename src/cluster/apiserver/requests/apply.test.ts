import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, ManagedFieldsEntry } from '../../../kubernetes/object';
import type { WriteOptions } from '../../../port/api';
import { refusalOf, Stage } from '../../stage.testkit';
import { administrator, type Caller } from './caller';

const { configmaps, daemonsets } = resources;
const NAMESPACE = 'shop';
const config = (content: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a' },
  ...content,
});
const set = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: { containers: [{ name: 'main', image: 'agent:v1' }] },
    },
  },
};
/** Who has written it, and by which way. */
const writers = ({ metadata }: KubeObject): readonly string[] =>
  (metadata.managedFields ?? []).map(
    ({ operation, manager, subresource }) => `${operation} ${manager}${subresource ? ` ${subresource}` : ''}`,
  );

describe('applying on the server', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage({ managedFields: true });
  });

  const apply = (
    body: unknown,
    options: WriteOptions = { fieldManager: 'kubectl' },
    caller = administrator,
  ) => stage.server.apply(configmaps, NAMESPACE, 'a', body, caller, undefined, options);
  const refused = (...args: Parameters<typeof apply>): string => {
    const { code, message } = refusalOf(() => apply(...args));
    return `${code} ${message}`;
  };

  it('creates what is missing, and says so', () => {
    const first = apply(config({ data: { a: '1' } }));
    expect(first.created).to.equal(true);
    expect(first.object.metadata.namespace).to.equal(NAMESPACE);
    const second = apply(config({ data: { a: '2' } }));
    expect(second.created).to.equal(false);
    expect(second.object).to.deep.include({ data: { a: '2' } });
    expect(stage.registry.get(configmaps, NAMESPACE, 'a')).to.deep.equal(second.object);
  });

  it('writes nothing if nothing changes, not even the time', () => {
    const { object } = apply(config({ data: { a: '1' } }));
    stage.loop.pass(5000);
    expect(apply(config({ data: { a: '1' } })).object).to.equal(object);
  });

  it('only says what would be, if that is all that is asked for', () => {
    expect(apply(config({ data: { a: '1' } }), { fieldManager: 'kubectl', dryRun: true }).created).to.equal(
      true,
    );
    expect(refusalOf(() => stage.registry.get(configmaps, NAMESPACE, 'a')).code).to.equal(404);
    const { object } = apply(config({ data: { a: '1' } }));
    apply(config({ data: { a: '2' } }), { fieldManager: 'kubectl', dryRun: true });
    expect(stage.registry.get(configmaps, NAMESPACE, 'a')).to.equal(object);
  });

  it('takes a manager of a decent name', () => {
    const invalid = '422 PatchOptions.meta.k8s.io "" is invalid: ';
    expect(refused(config(), {})).to.equal(
      `${invalid}fieldManager: Required value: is required for apply patch`,
    );
    expect(refused(config(), { fieldManager: 'x'.repeat(129) })).to.equal(
      `${invalid}fieldManager: Too long: may not be more than 128 bytes`,
    );
    expect(refused(config(), { fieldManager: 'a\u0007b' })).to.equal(
      `${invalid}fieldManager: Invalid value: "a\\ab": invalid character U+0007 (at position 1)`,
    );
    const merge = { patch: {}, type: 'merge' } as const;
    const forced = () =>
      stage.server.patch(configmaps, NAMESPACE, 'a', merge, administrator, undefined, { force: true });
    expect(refusalOf(forced).message).to.equal(
      'PatchOptions.meta.k8s.io "" is invalid: force: Forbidden: may not be specified for non-apply patch',
    );
    const create = () => stage.server.create(config(), administrator, NAMESPACE, { fieldManager: '\u0000' });
    expect(refusalOf(create).message).to.match(
      /^CreateOptions.meta.k8s.io "" is invalid: fieldManager: Invalid/,
    );
  });

  it('takes an object, of the name and the namespace of the request', () => {
    expect(refused([1])).to.equal(
      '400 error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
    expect(refused(undefined)).to.equal('400 invalid object type: /, Kind=');
    expect(refused(config({ metadata: {} }))).to.equal(
      '400 the name of the object (a based on URL) was undeterminable: name must be provided',
    );
    expect(refused(config({ metadata: { name: 'b' } }))).to.equal(
      '400 the name of the object (b) does not match the name on the URL (a)',
    );
    expect(refused(config({ metadata: { name: 'a', namespace: 'other' } }))).to.equal(
      '400 the namespace of the provided object does not match the namespace sent on the request',
    );
  });

  it('may name the very object and version that it is for', () => {
    expect(refused(config({ metadata: { name: 'a', uid: 'x' } }))).to.equal(
      '409 Operation cannot be fulfilled on configmaps "a": uid mismatch: the provided object specified uid x, and no existing object was found',
    );
    apply(config({ data: { a: '1' } }));
    expect(refused(config({ metadata: { name: 'a', uid: 'x' } }))).to.match(
      /^422 .*metadata.uid: .*immutable$/,
    );
    expect(refused(config({ metadata: { name: 'a', resourceVersion: '1' }, data: { a: '2' } }))).to.match(
      /^409 .*the object has been modified/,
    );
  });

  it('takes the right to patch, and to create what is missing', () => {
    const vera: Caller = { name: 'vera', groups: [] };
    const allow = (...verbs: readonly string[]) => {
      const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs }];
      const name = verbs.join('-');
      stage.create({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name }, rules });
      stage.create({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
        subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: 'vera' }],
      });
    };
    const options = { fieldManager: 'kubectl' };
    expect(refused(config(), options, vera)).to.match(/User "vera" cannot patch resource "configmaps"/);
    allow('patch');
    expect(refused(config(), options, vera)).to.match(/User "vera" cannot create resource "configmaps"/);
    allow('create');
    expect(apply(config(), options, vera).created).to.equal(true);
  });

  it('reads what comes of it as the type of the kind', () => {
    const wrong = structuredClone(set) as { spec: { minReadySeconds?: number } };
    wrong.spec.minReadySeconds = 1.5;
    const run = () =>
      stage.server.apply(daemonsets, NAMESPACE, 'agent', wrong, administrator, undefined, {
        fieldManager: 'x',
      });
    expect(refusalOf(run).message).to.equal(
      'failed to convert new object (/agent; apps/v1, Kind=DaemonSet) to proper version: unable to convert unstructured object to apps/v1, Kind=DaemonSet: cannot convert float64 to int32',
    );
  });

  it('says of its text what whoever has read it has found', () => {
    const twice = (fieldValidation: 'Strict' | 'Warn', warnings: string[] = []) =>
      stage.server.apply(configmaps, NAMESPACE, 'a', config(), administrator, undefined, {
        fieldManager: 'x',
        fieldValidation,
        strictProblems: () => ['key "a" already set in map'],
        onWarning: (text) => warnings.push(text),
      });
    expect(refusalOf(() => twice('Strict')).message).to.equal(
      'error strict decoding YAML: key "a" already set in map',
    );
    const warnings: string[] = [];
    expect(twice('Warn', warnings).created).to.equal(true);
    expect(warnings).to.deep.equal(['key "a" already set in map']);
  });

  it('is for the status alone where that is what is applied', () => {
    const sub = (body: object) =>
      stage.server.apply(daemonsets, NAMESPACE, 'agent', body, administrator, 'status', {
        fieldManager: 'x',
      });
    expect(refusalOf(() => sub(set)).message).to.equal('daemonsets.apps "agent" not found');
    stage.server.create(set, { ...administrator, userAgent: 'kubectl/v1.36.2 (linux/amd64)' }, NAMESPACE);
    const status = { conditions: [{ type: 'Seen', status: 'True' }] };
    const { object } = sub({ ...set, spec: { minReadySeconds: 5 }, status });
    expect(object.spec.minReadySeconds).to.equal(undefined);
    expect(object.status.conditions).to.have.length(1);
    expect(writers(object)).to.deep.equal(['Apply x status', 'Update kubectl']);
    const [mine] = object.metadata.managedFields ?? [];
    expect(Object.keys(mine?.fieldsV1 ?? {})).to.deep.equal(['f:status']);
  });

  it('takes no managed fields that are too long, and drops those that make no sense', () => {
    apply(config({ data: { a: '1' } }));
    const bring = (entry: ManagedFieldsEntry) => {
      const change = { patch: { metadata: { managedFields: [entry] } }, type: 'merge' } as const;
      return stage.server.patch(configmaps, NAMESPACE, 'a', change, administrator);
    };
    const entry = {
      operation: 'Update',
      apiVersion: 'v1',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:data': {} },
    };
    expect(writers(bring({ ...entry, operation: 'Take' }))).to.deep.equal(['Apply kubectl']);
    expect(refusalOf(() => bring({ ...entry, manager: 'x'.repeat(129) })).message).to.equal(
      'ConfigMap "a" is invalid: metadata.managedFields[0].manager: Too long: may not be more than 128 bytes',
    );
    expect(refusalOf(() => bring({ ...entry, subresource: 'x'.repeat(257) })).message).to.equal(
      'ConfigMap "a" is invalid: metadata.managedFields[0].subresource: Too long: may not be more than 256 bytes',
    );
    const forget = { patch: { metadata: { managedFields: [] } }, type: 'merge' } as const;
    expect(writers(stage.server.patch(configmaps, NAMESPACE, 'a', forget, administrator))).to.deep.equal([]);
  });
});

describe('who has set which fields', () => {
  const create = (stage: Stage) =>
    stage.server.create(set, { ...administrator, userAgent: 'kubectl/v1.36.2 (linux/amd64)' }, NAMESPACE);

  it('is noted from the start where that is asked for, by the name of the client', () => {
    expect(writers(create(new Stage({ managedFields: true })))).to.deep.equal(['Update kubectl']);
  });

  it('is not noted otherwise, before something is applied', () => {
    const stage = new Stage();
    expect(create(stage).metadata).not.to.have.property('managedFields');
    const change = { patch: { metadata: { managedFields: [{ manager: 'x' }] } }, type: 'merge' } as const;
    const patched = stage.server.patch(daemonsets, NAMESPACE, 'agent', change, administrator);
    expect(patched.metadata.managedFields).to.equal(undefined);
    const body = { ...set, metadata: { name: 'agent', labels: { x: 'y' } } };
    const { object } = stage.server.apply(daemonsets, NAMESPACE, 'agent', body, administrator, undefined, {
      fieldManager: 'kubectl',
    });
    expect(writers(object)).to.deep.equal(['Apply kubectl', 'Update before-first-apply']);
  });

  it('is noted of what reading adds, and not of what admission and the server do', () => {
    const object = create(new Stage({ managedFields: true }));
    const [entry] = object.metadata.managedFields ?? [];
    expect(entry?.fieldsV1?.['f:metadata']).to.deep.equal({
      'f:annotations': { '.': {}, 'f:deprecated.daemonset.template.generation': {} },
    });
    expect(Object.keys(entry?.fieldsV1?.['f:spec'] ?? {})).to.deep.equal([
      'f:revisionHistoryLimit',
      'f:selector',
      'f:template',
      'f:updateStrategy',
    ]);
    expect(entry?.fieldsV1).not.to.have.property('f:status');
  });
});

import { expect } from 'chai';
import { data, LATER, MAPS, NOON, pods, refusal, SETS, Written } from './written.testkit';

describe('a configuration that is applied', () => {
  it('belongs to its manager, field by field', () => {
    const map = new Written(MAPS).apply('kubectl', data({ a: '1', b: '1' }));
    expect(map.entries).to.deep.equal([
      {
        manager: 'kubectl',
        operation: 'Apply',
        apiVersion: 'v1',
        time: NOON,
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:data': { 'f:a': {}, 'f:b': {} } },
      },
    ]);
  });

  it('takes away what its manager applies no longer', () => {
    const map = new Written(MAPS)
      .apply('kubectl', data({ a: '1', b: '1' }))
      .apply('kubectl', data({ a: '1' }));
    expect(map.object).to.deep.include(data({ a: '1' }));
    expect(map.owned).to.deep.equal(['Apply kubectl: .data.a']);
  });

  it('leaves alone what others have set', () => {
    const map = new Written(MAPS)
      .apply('kubectl', data({ a: '1' }))
      .update('editor', () => data({ a: '1', b: '2' }));
    map.apply('kubectl', data({}));
    expect(map.object).to.deep.include(data({ b: '2' }));
    expect(map.owned).to.deep.equal(['Apply kubectl: .data', 'Update editor: .data.b']);
  });

  it('is shared by all who say the same, and goes when the last says it no more', () => {
    const map = new Written(MAPS).apply('one', data({ a: '1' })).apply('two', data({ a: '1' }));
    expect(map.owned).to.deep.equal(['Apply two: .data.a', 'Apply one: .data.a']);
    map.apply('one', {});
    expect(map.object).to.deep.include(data({ a: '1' }));
    map.apply('two', {});
    expect(map.object).not.to.have.property('data');
    expect(map.entries).to.deep.equal([]);
  });

  it('has no time where it has but confirmed what was there, and keeps its time where nothing changes', () => {
    const map = new Written(MAPS)
      .apply('one', data({ a: '1' }))
      .apply('two', data({ a: '1' }), { time: LATER });
    map.apply('one', data({ a: '1' }), { time: LATER });
    expect(map.entries.map(({ manager, time }) => [manager, time])).to.deep.equal([
      ['two', undefined],
      ['one', NOON],
    ]);
  });

  it('adds items to a list, and takes away its own with what nobody owns in it', () => {
    const set = new Written(SETS).update('creator', () => pods({ name: 'main', image: 'm:1' }));
    set.apply('mesh', pods({ name: 'proxy', image: 'p:1' }));
    set.update('server', ({ spec }) => {
      const template = (spec as ReturnType<typeof pods>['spec']).template;
      const [main, proxy] = template.spec.containers;
      return pods({ ...main }, { ...proxy });
    });
    expect(set.object).to.deep.include(pods({ name: 'main', image: 'm:1' }, { name: 'proxy', image: 'p:1' }));
    set.apply('mesh', {});
    expect(set.object).to.deep.include(pods({ name: 'main', image: 'm:1' }));
  });

  it('leaves in an item of others what nobody owns', () => {
    const set = new Written(SETS).apply('mesh', pods({ name: 'proxy', image: 'p:1', command: ['run'] }));
    set.apply('other', pods({ name: 'proxy', image: 'p:1' }));
    const nobodys = { name: 'proxy', image: 'p:1', imagePullPolicy: 'Always' };
    set.object = { ...set.object, ...pods({ ...nobodys, command: ['run'] }) } as typeof set.object;
    set.apply('mesh', {});
    expect(set.object).to.deep.include(pods(nobodys));
  });
});

describe('a configuration that others object to', () => {
  it('is refused, and says who owns what', () => {
    const map = new Written(MAPS).apply('one', data({ a: '1' }));
    const { code, status } = refusal(() => map.apply('two', data({ a: '2' })));
    expect([code, status.reason, status.message]).to.deep.equal([
      409,
      'Conflict',
      'Apply failed with 1 conflict: conflict with "one": .data.a',
    ]);
    expect(status.causes).to.deep.equal([
      { reason: 'FieldManagerConflict', message: 'conflict with "one"', field: '.data.a' },
    ]);
  });

  it('lists all conflicts below each other, manager by manager', () => {
    const set = new Written(SETS)
      .update('kubectl', () => ({
        metadata: { name: 'a', labels: { x: '1' } },
        ...pods({ name: 'm', image: 'i' }),
      }))
      .update('mesh', () => pods({ name: 'm', image: 'j' }), NOON, 'ephemeral');
    const config = { metadata: { name: 'a', labels: { x: '2' } }, ...pods({ name: 'm', image: 'k' }) };
    expect(refusal(() => set.apply('two', config)).message).to.equal(
      'Apply failed with 2 conflicts: conflicts with "kubectl" using apps/v1:\n' +
        '- .metadata.labels.x\n' +
        'conflicts with "mesh" with subresource "ephemeral" using apps/v1:\n' +
        '- .spec.template.spec.containers[name="m"].image',
    );
  });

  it('takes the fields away from them if it is forced', () => {
    const map = new Written(MAPS).apply('one', data({ a: '1', b: '1' }));
    map.apply('two', data({ a: '2' }), { force: true });
    expect(map.owned).to.deep.equal(['Apply one: .data.b', 'Apply two: .data.a']);
  });

  it('meets a manager of what was there before anybody applied anything', () => {
    const map = new Written(MAPS).update('creator', () => data({ a: '1' }));
    map.update('forgetful', ({ metadata }) => ({ metadata: { ...metadata, managedFields: [{}] } }));
    expect(map.entries).to.deep.equal([]);
    expect(refusal(() => map.apply('two', data({ a: '2' }))).message).to.equal(
      'Apply failed with 1 conflict: conflict with "before-first-apply" using v1: .data.a',
    );
    expect(map.apply('two', data({ b: '2' })).owned).to.deep.equal([
      'Apply two: .data.b',
      'Update before-first-apply: .data .data.a',
    ]);
  });

  const byClient = (last: string) =>
    new Written(MAPS).update('kubectl-client-side-apply', () => ({
      metadata: { name: 'a', annotations: { 'kubectl.kubernetes.io/last-applied-configuration': last } },
      ...data({ a: '1', b: '1' }),
    }));
  const LAST = JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a' },
    ...data({ a: '1' }),
  });

  it('is taken for the successor of what kubectl has applied itself', () => {
    const map = byClient(LAST).apply('kubectl', data({ a: '2' }));
    expect(map.object).to.deep.include(data({ a: '2', b: '1' }));
    expect(map.object?.metadata.annotations).to.deep.equal({
      'kubectl.kubernetes.io/last-applied-configuration':
        '{"apiVersion":"v1","data":{"a":"2"},"kind":"ConfigMap","metadata":{"name":"a"}}\n',
    });
  });

  it('is no successor under another name, of another field, or of what cannot be read', () => {
    const field = (map: Written, manager: string, key: string) =>
      refusal(() => map.apply(manager, data({ [key]: '2' }))).status.causes?.[0]?.field;
    expect(field(byClient(LAST), 'other', 'a')).to.equal('.data.a');
    expect(field(byClient(LAST), 'kubectl', 'b')).to.equal('.data.b');
    expect(field(byClient('{'), 'kubectl', 'a')).to.equal('.data.a');
  });
});

describe('a configuration that cannot be applied', () => {
  const refused = (config: object) => {
    const { code, message } = refusal(() => new Written(MAPS).apply('one', config));
    return `${code} ${message}`;
  };

  it('is of another kind, brings managed fields, or does not fit the schema', () => {
    expect(refused({ kind: 'Secret' })).to.equal('400 invalid object type: /v1, Kind=Secret');
    for (const nothing of [undefined, null, 5, [1]])
      expect(refused({ kind: nothing, apiVersion: nothing })).to.equal('400 invalid object type: /, Kind=');
    expect(refused({ apiVersion: 'a/b/c' })).to.equal('400 invalid object type: /, Kind=');
    expect(refused({ metadata: { name: 'a', managedFields: [] } })).to.equal(
      '400 metadata.managedFields must be nil',
    );
    expect(refused({ data: { a: 1, b: true } })).to.equal(
      '500 failed to create typed patch object (/a; /v1, Kind=ConfigMap): errors:\n' +
        '  .data.a: expected string, got &value.valueUnstructured{Value:1}\n' +
        '  .data.b: expected string, got &value.valueUnstructured{Value:true}',
    );
    expect(refused({ foo: {} })).to.equal(
      '500 failed to create typed patch object (/a; /v1, Kind=ConfigMap): .foo: field not declared in schema',
    );
  });
});

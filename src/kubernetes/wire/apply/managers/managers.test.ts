import { expect } from 'chai';
import fc from 'fast-check';
import type { KubeObject, ManagedFieldsEntry, Manifest } from '../../../object';
import { ApiError } from '../../../refusals';
import { definitionOf } from '../../schema/schema';
import { pathsOf, setOfPaths } from '../sets/fieldSet';
import { fieldStep, printPath } from '../sets/steps';
import { shapeOfDefinition } from '../typed/schemaShapes';
import { applied } from './apply';
import type { Scope } from './changes';
import { entriesAfterUpdate } from './update';

const scopeOf = (apiVersion: string, kind: string): Scope => ({
  apiVersion,
  kind,
  shape: (version) => {
    const definition = version === apiVersion ? definitionOf({ apiVersion, kind }) : undefined;
    return definition && shapeOfDefinition(definition);
  },
  ignored: setOfPaths([fieldStep('status')]),
});

const SETS = scopeOf('apps/v1', 'DaemonSet');
const MAPS = scopeOf('v1', 'ConfigMap');
const [NOON, LATER] = ['2026-01-01T12:00:00Z', '2026-01-01T13:00:00Z'];

/** An object that is written again and again. */
class Written {
  object: KubeObject | undefined;
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  apply(manager: string, content: object, options: { force?: boolean; time?: string } = {}): this {
    const { force, time = NOON } = options;
    const { apiVersion, kind } = this.#scope;
    const config = { apiVersion, kind, metadata: { name: 'a' }, ...content } as Manifest;
    const { object, managedFields } = applied(
      { live: this.object, config, manager, force, time },
      this.#scope,
    );
    return this.#store(object, managedFields);
  }

  update(manager: string, change: (object: Manifest) => object, time = NOON, subresource?: string): this {
    const { apiVersion, kind } = this.#scope;
    const now = this.object ?? ({ apiVersion, kind, metadata: { name: 'a' } } as Manifest);
    const next = { ...now, ...change(now as Manifest) } as Manifest;
    const writer = {
      manager,
      operation: 'Update',
      apiVersion,
      ...(subresource ? { subresource } : {}),
    } as const;
    return this.#store(next, entriesAfterUpdate({ live: this.object, next, writer, time }, this.#scope));
  }

  #store(object: Manifest, managedFields: readonly ManagedFieldsEntry[] | undefined): this {
    this.object = { ...object, metadata: { ...object.metadata, managedFields } } as KubeObject;
    return this;
  }

  get entries(): readonly ManagedFieldsEntry[] {
    return this.object?.metadata.managedFields ?? [];
  }

  /** Whose is what: `Apply kubectl: .data.a`. */
  get owned(): readonly string[] {
    return this.entries.map(({ operation, manager, fieldsV1 }) => {
      const paths = pathsOf(fieldsV1 ?? {}).map(printPath);
      return `${operation} ${manager}: ${paths.join(' ')}`;
    });
  }
}

const data = (values: Record<string, string>) => ({ data: values });
const pods = (...containers: readonly object[]) => ({ spec: { template: { spec: { containers } } } });
const refusal = (run: () => unknown): ApiError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

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
    expect(refused({ kind: undefined, apiVersion: undefined })).to.equal('400 invalid object type: /, Kind=');
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

describe('an update', () => {
  it('owns what it changes, and takes it away from whoever had it', () => {
    const map = new Written(MAPS).update('one', () => data({ a: '1', b: '1' }));
    map.update('two', () => data({ a: '2', c: '1' }), LATER);
    expect(map.owned).to.deep.equal(['Update one: .data', 'Update two: .data.a .data.c']);
    expect(map.entries.map(({ time }) => time)).to.deep.equal([NOON, LATER]);
  });

  it('that changes nothing leaves the very entries that are there', () => {
    const map = new Written(MAPS).update('one', () => data({ a: '1' }));
    const before = map.entries;
    expect(map.update('two', () => data({ a: '1' }), LATER).entries).to.equal(before);
  });

  it('brings entries along only if they make sense', () => {
    const map = new Written(MAPS).update('one', () => data({ a: '1' }));
    const entry = { manager: 'x', operation: 'Update', apiVersion: 'v1', fieldsType: 'FieldsV1' };
    const bring = (entries: readonly object[]) =>
      map.update('two', ({ metadata }) => ({
        metadata: { ...metadata, managedFields: entries as readonly ManagedFieldsEntry[] },
      })).owned;
    for (const wrong of [
      { operation: 'Delete' },
      { apiVersion: '' },
      { fieldsType: 'V2' },
      { fieldsV1: { a: {} } },
    ])
      expect(bring([{ ...entry, ...wrong }])).to.deep.equal(['Update one: .data .data.a']);
    expect(bring([{ ...entry, fieldsV1: { 'f:data': { 'f:z': {} } } }])).to.deep.equal(['Update x: .data.z']);
  });

  it('forgets whoever names fields in a version that is not served', () => {
    const map = new Written(MAPS).update('one', () => data({ a: '1' }));
    const old = {
      manager: 'old',
      operation: 'Update',
      apiVersion: 'v0',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:x': {} },
    };
    map.update('one', ({ metadata }) => ({
      ...data({ a: '2' }),
      metadata: { ...metadata, managedFields: [...map.entries, old] } as Manifest['metadata'],
    }));
    expect(map.owned).to.deep.equal(['Update one: .data .data.a']);
  });

  it('is one of ten at most: the oldest become one', () => {
    const map = new Written(MAPS).update('m00', () => data({ k00: '1' }));
    for (let count = 1; count <= 11; count++) {
      const name = String(count).padStart(2, '0');
      map.update(
        `m${name}`,
        ({ data: now }) => ({ data: { ...(now as object), [`k${name}`]: '1' } }),
        `2026-01-01T12:00:${name}Z`,
      );
    }
    expect(map.owned).to.have.length(10);
    expect(map.owned[0]).to.equal('Update ancient-changes: .data .data.k00 .data.k01 .data.k02');
    expect(map.owned[1]).to.equal('Update m03: .data.k03');
  });
});

const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
const write = fc.record({ manager: fc.constantFrom('one', 'two'), applies: fc.boolean(), values });

describe('after any number of writes', () => {
  const carryOut = (writes: readonly (typeof write extends fc.Arbitrary<infer W> ? W : never)[]): Written => {
    const map = new Written(MAPS);
    for (const { manager, applies, values: content } of writes) {
      if (applies) map.apply(manager, data(content), { force: true });
      else map.update(manager, () => data(content));
    }
    return map;
  };

  it('applying the same again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), values, (writes, content) => {
        const map = carryOut(writes).apply('one', data(content), { force: true });
        const before = structuredClone(map.object);
        expect(map.apply('one', data(content), { time: LATER }).object).to.deep.equal(before);
      }),
    );
  });

  it('whoever applies what is theirs leaves to others what is not', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), values, (writes, content) => {
        const map = carryOut(writes).apply('two', data(content), { force: true });
        const others = map.entries.filter(({ manager }) => manager !== 'one');
        const theirs = { ...((map.object as { data?: object } | undefined)?.data ?? {}) } as Record<
          string,
          string
        >;
        map.apply('one', {});
        for (const { fieldsV1 } of others)
          for (const [, key] of pathsOf(fieldsV1 ?? {}))
            if (key)
              expect((map.object as { data?: Record<string, string> }).data?.[key.slice(2)]).to.equal(
                theirs[key.slice(2)],
              );
        expect(map.entries.filter(({ manager }) => manager !== 'one')).to.deep.equal(others);
      }),
    );
  });
});

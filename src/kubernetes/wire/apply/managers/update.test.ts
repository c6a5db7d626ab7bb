import { expect } from 'chai';
import type { ManagedFieldsEntry, Manifest } from '../../../object';
import type { Structural } from '../../structural/structural';
import { setOfPaths } from '../sets/fieldSet';
import { shapeOfStructure } from '../typed/structuralShapes';
import { data, LATER, MAPS, NOON, Written } from './written.testkit';

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

  it('finds what is owned as a whole now owned as a whole', () => {
    const [parts, whole] = [false, true].map((isWhole): Structural => {
      const type = isWhole ? 'atomic' : 'granular';
      const by: Structural = {
        type: 'object',
        additionalProperties: { type: 'string' },
        'x-kubernetes-map-type': type,
      };
      const items: Structural = { type: 'string' };
      const list: Structural = { type: 'array', items, 'x-kubernetes-list-type': isWhole ? 'atomic' : 'set' };
      return {
        type: 'object',
        properties: { by, list, free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      };
    });
    let schema = parts;
    const shape = () => shapeOfStructure(schema);
    const scope = { apiVersion: 'v1', kind: 'Widget', isDefined: true, shape, ignored: setOfPaths() };
    const content = { by: { a: '1' }, list: ['x'], free: { a: { b: 1 } } };
    const object = new Written(scope).apply('one', content);
    schema = whole;
    object.update('two', () => ({ free: { a: { b: 2 } } }));
    expect(object.owned).to.deep.equal(['Apply one: .by .list .free.a', 'Update two: .free.a.b']);
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

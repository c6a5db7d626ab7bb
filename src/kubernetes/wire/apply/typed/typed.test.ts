import { expect } from 'chai';
import fc from 'fast-check';
import { definitionOf } from '../../schema/schema';
import type { Structural } from '../../structural/structural';
import { inOrder, isEmptySet, pathsOf, setOfPaths } from '../sets/fieldSet';
import { printPath } from '../sets/steps';
import { problemsOf } from './check';
import { compare } from './compare';
import { fieldsOf } from './fieldsOf';
import { merge } from './merge';
import { remove } from './remove';
import { shapeOfDefinition } from './schemaShapes';
import type { Shape } from './shape';
import { shapeOfStructure } from './structuralShapes';

const builtIn = (apiVersion: string, kind: string): Shape => {
  const definition = definitionOf({ apiVersion, kind });
  if (!definition) throw new Error(`no schema of ${kind}`);
  return shapeOfDefinition(definition);
};

const SCHEMA: Structural = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        parts: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name', 'side'],
          items: {
            type: 'object',
            properties: {
              name: { type: 'string' },
              side: { type: 'string', default: 'left' },
              size: { type: 'integer' },
            },
          },
        },
        tags: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
        steps: { type: 'array', items: { type: 'string' } },
        whole: {
          type: 'object',
          'x-kubernetes-map-type': 'atomic',
          additionalProperties: { type: 'integer' },
        },
        by: { type: 'object', additionalProperties: { type: 'integer' } },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        either: { 'x-kubernetes-int-or-string': true },
      },
    },
  },
};
const WIDGET = shapeOfStructure(SCHEMA);

const widget = (spec: object) => ({ spec });
const paths = (set: Parameters<typeof pathsOf>[0]) => pathsOf(set).map(printPath);
const changes = (before: object, after: object) => {
  const { removed, modified, added } = compare(widget(before), widget(after), WIDGET);
  return { removed: paths(removed), modified: paths(modified), added: paths(added) };
};

const word = fc.constantFrom('a', 'b', 'c');
const spec = fc.record(
  {
    parts: fc.uniqueArray(
      fc.record(
        { name: word, side: fc.constantFrom('left', 'right'), size: fc.nat(2) },
        { requiredKeys: ['name', 'side'] },
      ),
      { selector: ({ name, side }) => `${name} ${side}`, maxLength: 4 },
    ),
    tags: fc.uniqueArray(word, { maxLength: 3 }),
    steps: fc.array(word, { maxLength: 2 }),
    whole: fc.dictionary(word, fc.nat(2), { maxKeys: 2 }),
    by: fc.dictionary(word, fc.nat(2), { maxKeys: 2 }),
    free: fc.dictionary(word, fc.oneof(fc.nat(2), fc.dictionary(word, fc.nat(2))), { maxKeys: 2 }),
    either: fc.oneof(fc.nat(2), fc.constant('50%')),
  },
  { requiredKeys: [] },
);

describe('the shape of an object', () => {
  it('says which fields a configuration speaks of', () => {
    const fields = fieldsOf(
      widget({ parts: [{ name: 'a', size: 1 }], tags: ['x'], steps: [], whole: { a: 1 }, by: {}, either: 1 }),
      WIDGET,
    );
    expect(inOrder(fields)).to.deep.equal({
      'f:spec': {
        'f:by': {},
        'f:either': {},
        'f:parts': { 'k:{"name":"a","side":"left"}': { '.': {}, 'f:name': {}, 'f:size': {} } },
        'f:steps': {},
        'f:tags': { 'v:"x"': {} },
        'f:whole': {},
      },
    });
  });

  it('is that of the schema that Kubernetes publishes', () => {
    const service = {
      spec: { ports: [{ port: 80, name: 'web' }], selector: { app: 'web' }, externalIPs: ['1.2.3.4'] },
    };
    expect(paths(fieldsOf(service, builtIn('v1', 'Service')))).to.deep.equal([
      '.spec.externalIPs',
      '.spec.selector',
      '.spec.ports[port=80,protocol="TCP"]',
      '.spec.ports[port=80,protocol="TCP"].name',
      '.spec.ports[port=80,protocol="TCP"].port',
    ]);
  });

  it('says what a configuration must not hold', () => {
    const config = { spec: { parts: [{ size: 'x' }, {}], tags: [1, 'a', 'a'], foo: 1 }, bar: 2 };
    expect(problemsOf(config, WIDGET)).to.deep.equal([
      '.spec.parts[side="left"].size: expected numeric (int or float), got string',
      '.spec.parts: duplicate entries for key [side="left"]',
      '.spec.tags[=1]: expected string, got &value.valueUnstructured{Value:1}',
      '.spec.tags: duplicate entries for key [="a"]',
      '.spec.foo: field not declared in schema',
      '.bar: field not declared in schema',
    ]);
    const spec = { parts: 'x', whole: [1], either: { a: [null, true] } };
    expect(problemsOf(widget(spec), WIDGET)).to.deep.equal([
      '.spec.parts: expected list, got &{x}',
      '.spec.whole: expected map, got &{[1]}',
    ]);
  });
});

describe('two states of an object', () => {
  it('differ field by field, item by item, and in what is owned as a whole', () => {
    const before = {
      parts: [{ name: 'a', size: 1 }],
      tags: ['x'],
      steps: ['1'],
      whole: { a: 1 },
      by: { k: 1 },
    };
    const after = {
      parts: [{ name: 'a', size: 2 }, { name: 'b' }],
      tags: ['y'],
      steps: ['2'],
      whole: { b: 1 },
    };
    expect(changes(before, after)).to.deep.equal({
      removed: ['.spec.by', '.spec.by.k', '.spec.tags[="x"]'],
      modified: ['.spec.steps', '.spec.whole', '.spec.parts[name="a",side="left"].size'],
      added: [
        '.spec.parts[name="b",side="left"]',
        '.spec.parts[name="b",side="left"].name',
        '.spec.tags[="y"]',
      ],
    });
  });

  it('do not differ in the order of what has keys', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    const none = { removed: [], modified: [], added: [] };
    expect(changes({ parts: [a, b], tags: ['x', 'y'] }, { parts: [b, a], tags: ['y', 'x'] })).to.deep.equal(
      none,
    );
  });

  it('are one thing for each key that is there twice', () => {
    const twice = {
      parts: [
        { name: 'a', size: 1 },
        { name: 'a', size: 2 },
      ],
    };
    expect(changes({ parts: [{ name: 'a', size: 1 }] }, twice)).to.deep.equal({
      removed: [
        '.spec.parts[name="a",side="left"]',
        '.spec.parts[name="a",side="left"].name',
        '.spec.parts[name="a",side="left"].size',
      ],
      modified: [],
      added: ['.spec.parts[name="a",side="left"]'],
    });
    expect(changes(twice, { parts: [...twice.parts].reverse() }).modified).to.deep.equal([
      '.spec.parts[name="a",side="left"]',
    ]);
  });

  it('are compared as Go writes them, where that is asked for', () => {
    const shape = builtIn('apps/v1', 'DaemonSet');
    const added = (asWritten: boolean) =>
      paths(compare({}, { spec: { minReadySeconds: 1 } }, shape, asWritten).added);
    expect(added(true)).to.deep.equal(['.spec.minReadySeconds']);
    expect(added(false)).to.deep.equal(['.spec', '.spec.minReadySeconds']);
  });

  it('differ in nothing from themselves, and from another in all that either says', () => {
    fc.assert(
      fc.property(spec, spec, (a, b) => {
        const none = compare(widget(a), structuredClone(widget(a)), WIDGET);
        expect([none.removed, none.modified, none.added].every(isEmptySet)).to.equal(true);
        const there = compare(widget(a), widget(b), WIDGET);
        const back = compare(widget(b), widget(a), WIDGET);
        expect(inOrder(there.added)).to.deep.equal(inOrder(back.removed));
        expect(inOrder(there.modified)).to.deep.equal(inOrder(back.modified));
      }),
    );
  });
});

describe('what is applied', () => {
  it('keeps what the live object says besides, and comes in the order in which it is applied', () => {
    const live = {
      parts: [{ name: 'a', size: 1 }, { name: 'x' }, { name: 'b' }],
      by: { k: 1 },
      steps: ['1'],
    };
    const config = { parts: [{ name: 'b', size: 2 }, { name: 'a' }], by: { l: 2 }, steps: ['2'] };
    expect(merge(widget(live), widget(config), WIDGET)).to.deep.equal(
      widget({
        parts: [{ name: 'x' }, { name: 'b', size: 2 }, { name: 'a', size: 1 }],
        by: { k: 1, l: 2 },
        steps: ['2'],
      }),
    );
  });

  it('is in what comes of it, and changes nothing if it is applied once more', () => {
    fc.assert(
      fc.property(spec, spec, (live, config) => {
        const once = merge(widget(live), widget(config), WIDGET);
        expect(merge(once, widget(config), WIDGET)).to.deep.equal(once);
        const missing = compare(once, merge(once, widget(config), WIDGET), WIDGET);
        expect([missing.removed, missing.modified, missing.added].every(isEmptySet)).to.equal(true);
        const lost = paths(compare(widget(live), once, WIDGET).removed);
        // Only maps of which nothing is declared may become another sort of value.
        expect(lost.filter((each) => !each.startsWith('.spec.free'))).to.deep.equal([]);
      }),
    );
  });

  it('is taken away item by item, and leaves empty what something was taken from', () => {
    const object = widget({
      parts: [{ name: 'a', side: 'left', size: 1 }, { name: 'b' }],
      by: { k: 1 },
      tags: ['x'],
    });
    const gone = setOfPaths(
      ['f:spec', 'f:parts', 'k:{"name":"a","side":"left"}', 'f:size'],
      ['f:spec', 'f:parts', 'k:{"name":"b","side":"left"}'],
      ['f:spec', 'f:by', 'f:k'],
      ['f:spec', 'f:tags'],
    );
    expect(remove(object, gone, WIDGET)).to.deep.equal(
      widget({ parts: [{ name: 'a', side: 'left' }], by: {} }),
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import {
  belowStep,
  difference,
  type FieldSet,
  hasPath,
  inOrder,
  intersection,
  isEmptySet,
  NO_FIELDS,
  pathsOf,
  setOfPaths,
  union,
  without,
} from './fieldSet';
import { readFields } from './read';
import { compareSteps, fieldStep, keyStep, printPath, type Step, valueStep } from './steps';

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('a', 'b', 'Z', 'spec', 'x:y', '.').map(fieldStep),
  fc.constantFrom('a', 'b"', '<&>').map((name) => keyStep({ name })),
  fc.constantFrom(1, 2, 10).map((port) => keyStep({ protocol: 'TCP', port })),
  fc.constantFrom<unknown>('a', 1, 10, 2, true, false, null).map(valueStep),
  fc.constantFrom('i:0', 'i:2', 'i:10'),
);
const path = fc.array(step, { minLength: 1, maxLength: 4 });
const set = fc.array(path, { maxLength: 8 }).map((paths) => setOfPaths(...paths));

const texts = (fields: FieldSet): readonly string[] => pathsOf(fields).map((each) => each.join(' '));
const same = (a: FieldSet, b: FieldSet): void => {
  expect(JSON.stringify(inOrder(a))).to.equal(JSON.stringify(inOrder(b)));
};

describe('a set of fields', () => {
  it('holds the paths that were put into it, each once', () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 8 }), (paths) => {
        const fields = setOfPaths(...paths);
        expect([...texts(fields)].sort()).to.deep.equal(
          [...new Set(paths.map((each) => each.join(' ')))].sort(),
        );
        for (const each of paths) expect(hasPath(fields, each)).to.equal(true);
      }),
    );
  });

  it('is united, cut and reduced path by path', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [left, right] = [new Set(texts(a)), new Set(texts(b))];
        expect(new Set(texts(union(a, b)))).to.deep.equal(new Set([...left, ...right]));
        expect(new Set(texts(intersection(a, b)))).to.deep.equal(
          new Set([...left].filter((each) => right.has(each))),
        );
        expect(new Set(texts(difference(a, b)))).to.deep.equal(
          new Set([...left].filter((each) => !right.has(each))),
        );
      }),
    );
  });

  it('obeys the laws of sets', () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        same(union(a, b), union(b, a));
        same(union(a, union(b, c)), union(union(a, b), c));
        same(union(a, a), a);
        same(union(difference(a, b), intersection(a, b)), a);
        same(difference(a, union(b, c)), difference(difference(a, b), c));
        expect(isEmptySet(difference(a, a))).to.equal(true);
        expect(isEmptySet(intersection(a, NO_FIELDS))).to.equal(true);
      }),
    );
  });

  it('loses with a field what is below it, where that is asked for', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const gone = texts(b);
        const left = texts(a).filter(
          (each) => !gone.some((other) => each === other || each.startsWith(`${other} `)),
        );
        expect([...texts(without(a, b))].sort()).to.deep.equal([...left].sort());
      }),
    );
  });

  it('is read as it was written, whatever the order', () => {
    fc.assert(
      fc.property(set, (fields) => {
        const written = inOrder(fields);
        same(readFields(JSON.parse(JSON.stringify(written))), fields);
        const turned = Object.fromEntries(Object.entries(written).reverse());
        same(readFields(turned), fields);
      }),
    );
  });

  it('is written with fields first, then keys, values by their size, and places', () => {
    const steps = [
      'i:2',
      'v:"b"',
      'v:10',
      'k:{"name":"b"}',
      'f:b',
      'v:2',
      'k:{"name":"a"}',
      'i:10',
      'f:a',
      'f:B',
    ];
    expect([...steps].sort(compareSteps)).to.deep.equal([
      'f:B',
      'f:a',
      'f:b',
      'k:{"name":"a"}',
      'k:{"name":"b"}',
      'v:2',
      'v:10',
      'v:"b"',
      'i:2',
      'i:10',
    ]);
    expect(JSON.stringify(inOrder(setOfPaths(['f:b', 'f:c'], ['f:b'], ['f:a'])))).to.equal(
      '{"f:a":{},"f:b":{".":{},"f:c":{}}}',
    );
  });

  it('tells of each level first what is in it', () => {
    const paths = pathsOf(setOfPaths(['f:spec', 'f:a', 'f:b'], ['f:spec', 'f:z'], ['f:spec', 'f:a']));
    expect(paths.map(printPath)).to.deep.equal(['.spec.a', '.spec.z', '.spec.a.b']);
  });

  it('prints its paths as people read them', () => {
    const steps = ['f:spec', 'k:{"containerPort":80,"protocol":"TCP"}', 'v:"a"', 'v:true', 'i:3'];
    expect(printPath(steps)).to.equal('.spec[containerPort=80,protocol="TCP"][="a"][=true][3]');
  });

  it('leaves out steps of sorts that nobody knows, and refuses what is none', () => {
    expect(readFields({ 'f:a': { 'x:y': {} }, 'z:b': {}, '.': {} })).to.deep.equal({ 'f:a': {} });
    expect(readFields({ 'k:{"b":1,"a":2}': {} })).to.deep.equal({ 'k:{"a":2,"b":1}': {} });
    for (const wrong of [{ a: {} }, { 'v:': {} }, { 'k:[]': {} }, { 'i:x': {} }, { 'f:a': 1 }, []])
      expect(() => readFields(wrong), JSON.stringify(wrong)).to.throw();
    expect(belowStep(readFields({ 'f:a': { 'f:b': {} } }), 'f:a')).to.deep.equal({ 'f:b': {} });
  });
});

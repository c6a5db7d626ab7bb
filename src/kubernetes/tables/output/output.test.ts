import { expect } from 'chai';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { KUBECTL_SCHEMA } from '../../yaml/schema';
import { toCompactJson, toJson } from './json';
import { JsonPathError, renderJsonPath } from './jsonpath';
import { toYaml } from './yaml';

describe('YAML as kubectl prints it', () => {
  it('quotes what would be read as something else', () => {
    const value = {
      yes: 'on',
      n: '1',
      empty: '',
      date: '2026-01-01T00:00:00Z',
      json: '{"a":1}',
      text: 'a b',
    };
    expect(toYaml(value)).to.equal(
      `date: "2026-01-01T00:00:00Z"\nempty: ""\njson: '{"a":1}'\n"n": "1"\ntext: a b\n"yes": "on"\n`,
    );
  });

  it('sorts keys, puts lists level with their key and keeps long lines', () => {
    const long = 'word '.repeat(40).trim();
    expect(toYaml({ b: [{ d: 1, c: [] }], a: long, e: null })).to.equal(
      `a: ${long}\nb:\n- c: []\n  d: 1\ne: null\n`,
    );
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        fc.pre(!JSON.stringify(plain).includes('__proto__'));
        expect(load(toYaml(plain), { schema: KUBECTL_SCHEMA })).to.deep.equal(plain);
      }),
    );
  });
});

describe('JSON as kubectl prints it', () => {
  it('sorts keys at every level', () => {
    expect(toCompactJson({ b: [{ d: 1, c: 2 }], a: null })).to.equal('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(toJson({ b: 1, a: {} })).to.equal('{\n    "a": {},\n    "b": 1\n}\n');
  });
});

describe('JSONPath', () => {
  const pods = {
    kind: 'List',
    items: [
      {
        metadata: { name: 'a', annotations: { 'example.com/team': 'x' } },
        status: { ready: true, count: 2 },
      },
      { metadata: { name: 'b' }, status: { ready: false, count: 10 } },
    ],
  };
  const examples: readonly (readonly [string, string])[] = [
    ['{.kind}', 'List'],
    ['{$.kind}: {.items[0].metadata.name}', 'List: a'],
    ['{.items[*].metadata.name}', 'a b'],
    ['{.items[-1].metadata.name}', 'b'],
    ["{.items[0]['metadata']['name']}", 'a'],
    ['{.items[0].metadata.annotations.example\\.com/team}', 'x'],
    ["{.items[0].metadata.annotations['example\\.com/team']}", 'x'],
    ['{.items[0].status.*}', '2 true'],
    ['{.items[5].metadata.name}{.nope.deeper}', ''],
    ['{.items[1].status}', '{"count":10,"ready":false}'],
    ['{range .items[*]}{.metadata.name}={.status.count}{"\\n"}{end}', 'a=2\nb=10\n'],
    ['{.items[?(@.metadata.name=="b")].status.count}', '10'],
    ["{.items[?(@.metadata.name!='b')].status.count}", '2'],
    ['{.items[?(@.status.count>=3)].metadata.name}', 'b'],
    ['{.items[?(@.status.ready==true)].metadata.name}', 'a'],
    ['{.items[?(@.metadata.annotations)].metadata.name}', 'a'],
    ['no braces', 'no braces'],
  ];
  for (const [template, text] of examples) {
    it(template, () => expect(renderJsonPath(template, pods)).to.equal(text));
  }

  for (const template of [
    '{.items[',
    '{.items[a]}',
    '{range .items[*]}x',
    '{end}',
    '{.a..b}',
    '{.items[-1:]}',
  ]) {
    it(`refuses ${template}`, () => expect(() => renderJsonPath(template, pods)).to.throw(JsonPathError));
  }
});

import { expect } from 'chai';
import fc from 'fast-check';
import { readDocument } from '../../wire/document';
import { printCustomColumns } from './customColumns';
import { toCompactJson, toJson } from './json';
import { findByPath, JsonPathError, renderJsonPath } from './jsonpath';
import { sortByPath } from './sorting';
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
        expect(readDocument(toYaml(plain))).to.deep.equal(plain);
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
    ['{..count}', '2 10'],
    ['{.items[*]..name}', 'a b'],
    ['{.items[-1:].metadata.name}', 'b'],
    ['{.items[:1].metadata.name}{.items[2:].metadata.name}', 'a'],
    ['no braces', 'no braces'],
  ];
  it('leads to values, with or without braces and the first dot', () => {
    for (const path of ['{.items[0].metadata.name}', '.items[0].metadata.name', 'items[0].metadata.name']) {
      expect(findByPath(path, pods), path).to.deep.equal(['a']);
    }
    expect(() => findByPath('{.a}{.b}', pods)).to.throw(JsonPathError, 'unexpected path string');
  });

  for (const [template, text] of examples) {
    it(template, () => expect(renderJsonPath(template, pods)).to.equal(text));
  }

  for (const template of [
    '{.items[',
    '{.items[a]}',
    '{range .items[*]}x',
    '{end}',
    '{.items[0:9:2]}',
    "{['a','b']}",
  ]) {
    it(`refuses ${template}`, () => expect(() => renderJsonPath(template, pods)).to.throw(JsonPathError));
  }
});

describe('Columns that the user names', () => {
  const pod = { metadata: { name: 'a', labels: { b: '1', a: '2' } }, ports: [80, 443] };

  it('show what the paths lead to', () => {
    const spec = 'NAME:.metadata.name,ALL:.ports[*],LIST:ports,MAP:{.metadata.labels},NONE:.nope';
    expect(printCustomColumns(spec, [pod])).to.equal(
      'NAME   ALL      LIST       MAP            NONE\na      80,443   [80 443]   map[a:2 b:1]   <none>\n',
    );
    expect(printCustomColumns('NAME:.metadata.name', [pod], { noHeaders: true })).to.equal('a\n');
  });

  it('are refused without a path', () => {
    expect(() => printCustomColumns('', [])).to.throw(
      'custom-columns format specified but no custom columns given',
    );
    expect(() => printCustomColumns('NAME', [])).to.throw(
      'unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>',
    );
  });
});

describe('Sorting by a path', () => {
  const sorted = (...values: readonly unknown[]) =>
    sortByPath(
      '.value',
      values.map((value) => (value === undefined ? {} : { value })),
      (item) => item,
    ).map(({ value }) => value);

  it('knows numbers, quantities and digits within text', () => {
    expect(sorted(10, 9)).to.deep.equal([9, 10]);
    expect(sorted('1Gi', '200Mi')).to.deep.equal(['200Mi', '1Gi']);
    expect(sorted('node-10', 'node-9')).to.deep.equal(['node-9', 'node-10']);
  });

  it('puts first what has no such value, and refuses a path that none has', () => {
    expect(sorted('a', undefined)).to.deep.equal([undefined, 'a']);
    expect(() => sorted(undefined)).to.throw(
      `couldn't find any field with path "{.value}" in the list of objects`,
    );
    expect(sorted()).to.deep.equal([]);
  });
});

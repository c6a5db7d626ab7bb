import { expect } from 'chai';
import { ManifestError, readManifests } from './manifests';

const FILE = 'daemonset.yaml';

const refusal = (text: string): ManifestError => {
  try {
    readManifests(text, FILE);
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
  throw new Error('not refused');
};

const configMap = (data: string) =>
  readManifests(`apiVersion: v1\nkind: ConfigMap\ndata: ${data}`, FILE)[0]?.manifest.data;

describe('readManifests', () => {
  it('reads several documents and leaves out empty ones', () => {
    const text = '---\napiVersion: v1\nkind: Namespace\n---\n# nothing\n---\n\napiVersion: v1\nkind: Node\n';
    expect(readManifests(text, FILE).map(({ manifest, line }) => [manifest.kind, line])).to.deep.equal([
      ['Namespace', 2],
      ['Node', 8],
    ]);
  });

  it('reads JSON, tabs and all', () => {
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'Node' }, null, '\t');
    expect(readManifests(text, FILE)[0]?.manifest).to.deep.equal({ apiVersion: 'v1', kind: 'Node' });
  });

  it('takes lists apart', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Node\n- apiVersion: v1\n  kind: Pod\n';
    expect(readManifests(text, FILE).map(({ manifest }) => manifest.kind)).to.deep.equal(['Node', 'Pod']);
  });

  it('reads scalars as YAML 1.1 has them', () => {
    expect(
      configMap(
        '{a: yes, b: off, c: 0644, d: 0o17, e: 1_000, f: 08, g: 1e3, h: 2026-01-01, i: 12:30:45, j: "on", k: ~}',
      ),
    ).to.deep.equal({
      a: true,
      b: false,
      c: 420,
      d: 15,
      e: 1000,
      f: 8,
      g: 1000,
      h: '2026-01-01',
      i: '12:30:45',
      j: 'on',
      k: null,
    });
  });

  it('names file and line of a mistake in kubectl’s words', () => {
    const error = refusal('apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n');
    expect(error).to.include({ file: FILE, line: 4 });
    expect(error.message).to.equal(
      'error parsing daemonset.yaml: error converting YAML to JSON: yaml: line 4: found character that cannot start any token',
    );
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    [
      'a key that is set twice',
      'apiVersion: v1\nkind: Pod\nkind: Node\n',
      /line 3: the same key is set twice/,
    ],
    ['a mapping within a scalar', 'apiVersion: v1\nkind: a: b\n', /line 2: mapping values are not allowed/],
    ['an alias to nothing', 'apiVersion: v1\nkind: *pod\n', /line 2: unknown anchor 'pod' referenced/],
    ['a list', '- a\n- b\n', /unable to decode "daemonset.yaml": json: cannot unmarshal array/],
    ['a text', 'hello\n', /cannot unmarshal string into Go value of type unstructured.detector/],
    ['an object without a kind', 'apiVersion: v1\n', /error validating data: kind not set;/],
    ['an object that says nothing', '{}', /error validating data: \[apiVersion not set, kind not set\];/],
    ['too much text', `# ${'x'.repeat(4 * 1024 * 1024)}`, /larger than 4 MiB/],
  ];
  for (const [what, text, message] of refused) {
    it(`refuses ${what}`, () => expect(refusal(text).message).to.match(message));
  }

  it('refuses aliases that multiply', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'].map((pair) => [...pair])) {
      levels.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]`);
    }
    expect(refusal(`apiVersion: v1\nkind: ConfigMap\n${levels.join('\n')}\n`).message).to.match(
      /document contains excessive aliasing/,
    );
  });

  it('refuses an alias to itself', () => {
    expect(() => readManifests('&a {apiVersion: v1, kind: ConfigMap, data: *a}', FILE)).to.throw(
      ManifestError,
    );
  });
});

import { expect } from 'chai';
import { type ManifestError, readManifests } from './manifests';

const FILE = 'daemonset.yaml';

const read = (text: string) => readManifests(text, FILE).manifests;

const refusal = (text: string): ManifestError => {
  const [error] = readManifests(text, FILE).errors;
  if (!error) throw new Error('not refused');
  return error;
};

const configMap = (data: string) => read(`apiVersion: v1\nkind: ConfigMap\ndata: ${data}`)[0]?.manifest.data;

describe('readManifests', () => {
  it('reads several documents and leaves out empty ones', () => {
    const text = '---\napiVersion: v1\nkind: Namespace\n---\n# nothing\n---\n\napiVersion: v1\nkind: Node\n';
    expect(read(text).map(({ manifest, line }) => [manifest.kind, line])).to.deep.equal([
      ['Namespace', 1],
      ['Node', 7],
    ]);
  });

  it('reads JSON, tabs and all', () => {
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'Node' }, null, '\t');
    expect(read(text)[0]?.manifest).to.deep.equal({ apiVersion: 'v1', kind: 'Node' });
  });

  it('takes lists apart', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Node\n- apiVersion: v1\n  kind: Pod\n';
    expect(read(text).map(({ manifest }) => manifest.kind)).to.deep.equal(['Node', 'Pod']);
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
    expect(error).to.include({ file: FILE, line: 1 });
    expect(error.message).to.equal(
      'error parsing daemonset.yaml: error converting YAML to JSON: yaml: line 4: found character that cannot start any token',
    );
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a mapping within a scalar', 'apiVersion: v1\nkind: a: b\n', /line 2: mapping values are not allowed/],
    ['an alias to nothing', 'apiVersion: v1\nkind: *pod\n', /yaml: unknown anchor 'pod' referenced/],
    ['a list', '- a\n- b\n', /error validating data: invalid object to validate;/],
    ['a text', 'hello\n', /error validating data: invalid object to validate;/],
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
    expect(refusal('&a {apiVersion: v1, kind: ConfigMap, data: *a}').message).to.match(
      /yaml: anchor 'a' value contains itself$/,
    );
  });

  it('takes the last value of a key that is set twice', () => {
    expect(read('apiVersion: v1\nkind: Pod\nkind: Node\n')[0]?.manifest.kind).to.equal('Node');
  });

  it('keeps what stands before a document that is broken, and reads no further', () => {
    const good = (kind: string) => `apiVersion: v1\nkind: ${kind}\n`;
    const { manifests, errors } = readManifests(
      `${good('Pod')}---\n${good('a: b')}---\n${good('Node')}`,
      FILE,
    );
    expect(manifests.map(({ manifest }) => manifest.kind)).to.deep.equal(['Pod']);
    expect(errors.map(({ line, message }) => [line, message])).to.deep.equal([
      [
        4,
        'error parsing daemonset.yaml: error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context',
      ],
    ]);
  });

  it('reads on after what is no object, if nothing is asked of its kind', () => {
    const { manifests, errors } = readManifests('- a\n---\n5\n---\nkind: Node\n---\na: <b>\n', FILE, false);
    expect(manifests.map(({ manifest }) => manifest.kind)).to.deep.equal(['Node']);
    expect(errors.map(({ message }) => message)).to.deep.equal([
      'unable to decode "daemonset.yaml": json: cannot unmarshal array into Go value of type unstructured.detector',
      'unable to decode "daemonset.yaml": json: cannot unmarshal number into Go value of type unstructured.detector',
      `unable to decode "daemonset.yaml": Object 'Kind' is missing in '{"a":"\\u003cb\\u003e"}'`,
    ]);
  });

  it('tells the items of a list what they are, and takes lists within lists apart', () => {
    const text =
      'apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n- kind: List\n  items: [{apiVersion: v1, kind: Node}]\n';
    expect(read(text).map(({ manifest }) => manifest.kind)).to.deep.equal(['Pod', 'Node']);
  });

  it('reads what looks like JSON as YAML if it is none', () => {
    expect(read('{apiVersion: v1, kind: Node,}')).to.have.length(1);
    expect(read('{"apiVersion":"v1","kind":"Node"}\n---\napiVersion: v1\nkind: Pod\n')).to.have.length(2);
  });

  it('says what is wrong with JSON that is no YAML, either', () => {
    expect(refusal('{"apiVersion":"v1","kind":]').message).to.equal(
      "error parsing daemonset.yaml: json: offset 27: invalid character ']' looking for beginning of value",
    );
    expect(refusal('{"apiVersion":"v1"').message).to.equal('error parsing daemonset.yaml: unexpected EOF');
  });

  it('says of the same text in another file what is wrong with that file', () => {
    const messages = ['first.yaml', 'second.yaml'].map(
      (file) => readManifests('a: [', file).errors[0]?.message,
    );
    expect(messages[0]).to.match(/first\.yaml/);
    expect(messages[1]).to.equal(messages[0]?.replace('first', 'second'));
  });

  it('asks of the same text what it was not asked before', () => {
    expect(readManifests('a: b', FILE, false).errors).to.have.lengthOf(1);
    expect(readManifests('a: b', FILE, true).errors[0]?.message).to.match(/kind not set/);
  });
});

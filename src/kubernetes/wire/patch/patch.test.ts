import { expect } from 'chai';
import type { KubeObject } from '../../object';
import type { ApiError } from '../../refusals';
import { applyPatch } from '.';

interface WithSpec extends KubeObject {
  readonly spec: Record<string, unknown>;
}

const pod = (spec: Record<string, unknown>, metadata: Record<string, unknown> = {}): WithSpec =>
  ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', ...metadata }, spec }) as WithSpec;

const specOf = (object: WithSpec) => object.spec;

const strategic = (current: WithSpec, spec: Record<string, unknown>) =>
  specOf(applyPatch(current, { spec }, 'strategic'));

const refusal = (run: () => unknown): ApiError => {
  try {
    run();
  } catch (error) {
    return error as ApiError;
  }
  throw new Error('not refused');
};

describe('applyPatch, strategic', () => {
  const a = { name: 'a', image: 'a:1' };
  const b = { name: 'b', image: 'b:1' };

  it('merges containers by name and keeps the others', () => {
    const current = pod({ containers: [a, b] });
    const { containers } = strategic(current, { containers: [{ name: 'b', image: 'b:2' }] });
    expect(containers).to.deep.equal([a, { name: 'b', image: 'b:2' }]);
    expect((containers as unknown[])[0]).to.equal(a);
  });

  it('puts new items first, as the API server does', () => {
    const c = { name: 'c', image: 'c:1' };
    expect(strategic(pod({ containers: [a, b] }), { containers: [c] }).containers).to.deep.equal([c, a, b]);
  });

  it('replaces lists without a merge key', () => {
    const current = pod({ tolerations: [{ key: 'a' }], containers: [a] });
    expect(strategic(current, { tolerations: [{ key: 'b' }] }).tolerations).to.deep.equal([{ key: 'b' }]);
  });

  it('removes with null', () => {
    expect(strategic(pod({ nodeName: 'n', hostname: 'h' }), { nodeName: null })).to.deep.equal({
      hostname: 'h',
    });
  });

  it('deletes a list item with $patch: delete', () => {
    const { containers } = strategic(pod({ containers: [a, b] }), {
      containers: [{ name: 'a', $patch: 'delete' }],
    });
    expect(containers).to.deep.equal([b]);
  });

  it('replaces a list or an object with $patch: replace', () => {
    const current = pod({ containers: [a, b], securityContext: { runAsUser: 1 } });
    expect(strategic(current, { containers: [b, { $patch: 'replace' }] }).containers).to.deep.equal([b]);
    expect(
      strategic(current, { securityContext: { $patch: 'replace', runAsGroup: 2 } }).securityContext,
    ).to.deep.equal({ runAsGroup: 2 });
  });

  it('takes values out of a set', () => {
    const current = pod({}, { finalizers: ['x/a', 'x/b'] });
    const patched = applyPatch(
      current,
      { metadata: { '$deleteFromPrimitiveList/finalizers': ['x/a'] } },
      'strategic',
    );
    expect(patched.metadata.finalizers).to.deep.equal(['x/b']);
  });

  it('adds to a set what is not in it', () => {
    const patched = applyPatch(
      pod({}, { finalizers: ['x/a'] }),
      { metadata: { finalizers: ['x/a', 'x/b'] } },
      'strategic',
    );
    expect(patched.metadata.finalizers).to.deep.equal(['x/a', 'x/b']);
  });

  it('orders a list by $setElementOrder', () => {
    const { containers } = strategic(pod({ containers: [a, b] }), {
      '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }],
    });
    expect(containers).to.deep.equal([b, a]);
  });

  it('keeps only the keys of $retainKeys', () => {
    const current = pod({ volumes: [{ name: 'v', emptyDir: {} }] });
    const { volumes } = strategic(current, {
      volumes: [{ name: 'v', $retainKeys: ['name', 'hostPath'], hostPath: { path: '/v' } }],
    });
    expect(volumes).to.deep.equal([{ name: 'v', hostPath: { path: '/v' } }]);
  });

  it('leaves no directives behind in what is new', () => {
    const patched = strategic(pod({}), { volumes: [{ name: 'v', $retainKeys: ['name'], emptyDir: null }] });
    expect(patched.volumes).to.deep.equal([{ name: 'v' }]);
  });

  it('returns the very object if nothing changes', () => {
    const current = pod({ containers: [a, b], nodeName: 'n' }, { labels: { app: 'a' } });
    const patch = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ ...b }], nodeName: 'n' } };
    expect(strategic(current, { hostname: null })).to.equal(specOf(current));
    expect(applyPatch(current, { spec: { nodeName: 'n' } }, 'strategic')).to.equal(current);
    expect(applyPatch(current, { ...patch, spec: { nodeName: 'n' } }, 'strategic')).to.equal(current);
  });

  it('refuses directives that it does not know', () => {
    const refused = refusal(() => strategic(pod({}), { $patch: 'undo' }));
    expect(refused.code).to.equal(422);
  });
});

describe('applyPatch, json', () => {
  const current = pod({ containers: [{ name: 'a' }], nodeName: 'n' });
  const patch = (...operations: unknown[]) => applyPatch(current, operations, 'json');

  it('adds, removes, replaces, moves and copies', () => {
    expect(
      specOf(
        patch(
          { op: 'test', path: '/spec/nodeName', value: 'n' },
          { op: 'add', path: '/spec/containers/-', value: { name: 'c' } },
          { op: 'add', path: '/spec/containers/1', value: { name: 'b' } },
          { op: 'replace', path: '/spec/containers/0/name', value: 'x' },
          { op: 'move', from: '/spec/nodeName', path: '/spec/hostname' },
          { op: 'copy', from: '/spec/hostname', path: '/spec/subdomain' },
          { op: 'remove', path: '/spec/containers/2' },
        ),
      ),
    ).to.deep.equal({ containers: [{ name: 'x' }, { name: 'b' }], hostname: 'n', subdomain: 'n' });
  });

  it('reads escaped keys', () => {
    const patched = patch(
      { op: 'add', path: '/metadata/labels', value: {} },
      {
        op: 'add',
        path: '/metadata/labels/example.com~1tier',
        value: 'front',
      },
    );
    expect(patched.metadata.labels).to.deep.equal({ 'example.com/tier': 'front' });
  });

  const impossible: readonly unknown[] = [
    { op: 'remove', path: '/spec/nope' },
    { op: 'replace', path: '/spec/nope', value: 1 },
    { op: 'add', path: '/spec/containers/7', value: 1 },
    { op: 'test', path: '/spec/nodeName', value: 'm' },
    { op: 'shake', path: '/spec' },
  ];
  for (const operation of impossible) {
    it(`refuses ${JSON.stringify(operation)}`, () => {
      const refused = refusal(() => patch(operation));
      expect(refused.status).to.deep.equal({
        code: 422,
        reason: 'Invalid',
        message: 'the server rejected our request due to an error in our request',
        details: {},
      });
    });
  }

  const unreadable: readonly (readonly [unknown, string])[] = [
    [{ spec: {} }, 'object into Go value of type []handlers.jsonPatchOp'],
    [[5], 'number into Go value of type handlers.jsonPatchOp'],
    [[{ op: 5, path: '/spec' }], 'number into Go struct field jsonPatchOp.op of type string'],
    [[{ op: 'remove', path: [] }], 'array into Go struct field jsonPatchOp.path of type string'],
    [[{ op: 'move', from: {}, path: 5 }], 'object into Go struct field jsonPatchOp.from of type string'],
  ];
  for (const [sent, why] of unreadable) {
    it(`says what it cannot read in ${JSON.stringify(sent)}`, () => {
      expect(refusal(() => applyPatch(current, sent, 'json')).status).to.deep.equal({
        code: 400,
        reason: 'BadRequest',
        message: `error decoding patch: json: cannot unmarshal ${why}`,
      });
    });
  }

  it('takes null for no operation at all, and in an operation for what is missing', () => {
    expect(applyPatch(current, null, 'json')).to.equal(current);
    for (const operation of [null, { op: null, path: '/spec' }, { op: 'remove', path: null }])
      expect(refusal(() => patch(operation)).code).to.equal(422);
  });
});
